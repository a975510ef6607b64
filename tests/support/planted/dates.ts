// A date is another one, or cannot be right.
import type { DeadlineCell, ManuscriptDocument } from '../../../fixtures/typesetter/manuscript.js';
import { inScript } from '../../../fixtures/typesetter/print.js';
import { all, differs, hasCode, isAt, listedDocument, type Plant, says, titleIn, withListed } from './fault.js';
import { listedAt, type Place, somePlace, withItem, withRow } from './places.js';
import { inItem } from './units.js';

const byEnd = (year: number, month: number): DeadlineCell => {
  const raw = `${year}年${month}月底前`;
  const lastDay = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return { printed: raw, deadlines: [{ raw, kind: 'by', start: null, end: lastDay }] };
};

const yearOf = ({ dateIssued }: ManuscriptDocument): number => Number(dateIssued.slice(0, 4));

/** No other deadline of made-up issues is so far off. */
const otherDate = (document: ManuscriptDocument): DeadlineCell => byEnd(yearOf(document) + 8, 3);

const withDeadline = (document: ManuscriptDocument, at: Place, deadline: DeadlineCell, where: 'list' | 'text') => {
  const row = { ...listedAt(document, at), deadline };
  if (where === 'list') return withRow(document, at, () => [row]);
  return withItem(document, at, (item) => [
    {
      ...inItem(item, row),
      clause: item.clause && { ...item.clause, ...inItem(item, row).clause, deadlines: deadline.deadlines },
    },
  ]);
};

const dateChanged =
  (where: 'list' | 'text'): Plant =>
  (sample) => {
    const at = somePlace(sample);
    if (!at) return null;
    const document = listedDocument(sample);
    const deadline = otherDate(document);
    return {
      manuscript: withListed(sample, withDeadline(document, at, deadline, where)),
      tells: [differs(titleIn(listedAt(document, at).text, sample), '完成时限', deadline.printed)],
    };
  };

export const dateOfRowChanged = dateChanged('list');
export const dateOfItemChanged = dateChanged('text');

/** Text and list agree on a deadline that was over before the document was issued. */
export const dateBeforeDocument: Plant = (sample) => {
  const at = somePlace(sample);
  if (!at) return null;
  const document = listedDocument(sample);
  const deadline = byEnd(yearOf(document) - 1, 6);
  const title = titleIn(listedAt(document, at).text, sample);
  const told = (origin: 'body' | 'table') => all(hasCode('date-doubtful'), isAt(origin, title), says(deadline.printed));
  const changed = withDeadline(withDeadline(document, at, deadline, 'list'), at, deadline, 'text');
  return { manuscript: withListed(sample, changed), tells: [told('table'), told('body')] };
};

/**
 * The year under the signature is misprinted: the document's number names another one. Another day or month that is not
 * after the issue is left out here: nothing in the issue contradicts it.
 */
export const dateOfDocumentChanged: Plant = (sample) => {
  const document = listedDocument(sample);
  const year = yearOf(document) - 2;
  const [, month, day] = document.dateIssued.split('-');
  const changed = {
    ...document,
    dateIssued: `${year}-${month}-${day}`,
    datePrinted: document.datePrinted.replace(/^\d+/u, `${year}`),
  };
  return {
    manuscript: withListed(sample, changed),
    tells: [
      all(hasCode('date-doubtful'), says(`${year}-${month}-${day}`, inScript(document.docNumber, sample.layout))),
    ],
  };
};
