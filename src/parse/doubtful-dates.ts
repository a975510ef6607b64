// Dates that contradict one another: a year may be misprinted.
import type { Deadline, Flag, GazetteDocument } from '../model/index.js';

/** Deadlines that were over when the document was issued. */
export function pastFlags(deadlines: readonly Deadline[], reference: string | null): Flag[] {
  const past = deadlines.filter(({ end }) => end !== null && reference !== null && end < reference);
  return past.map(({ raw, end }) => {
    const message = `「${raw}」（${end}）早于成文日期${reference}，请核对年份`;
    return { code: 'date-doubtful', field: 'deadlines', severity: 'check', message };
  });
}

/** A document dated before the year of its number, long after it, or after the issue that prints it. */
export function documentDateFlags(documents: readonly GazetteDocument[], yearOfIssue: number | null): Flag[] {
  return documents.flatMap(({ id, docNumber, dateIssued }): Flag[] => {
    if (dateIssued === null) return [];
    const year = Number(dateIssued.slice(0, 4));
    const numbered = Number(/[〔﹝[［（(](\d{4})[〕﹞\]］）)]/u.exec(docNumber?.normalize('NFKC') ?? '')?.[1] ?? year);
    // a number of December may be dated in January
    const fits = year >= numbered && year <= numbered + 1;
    if (fits && (yearOfIssue === null || year <= yearOfIssue)) return [];
    const other = fits ? `${yearOfIssue}年的公报` : `发文字号${docNumber}`;
    const message = `成文日期${dateIssued}与${other}的年份不符，请核对`;
    return [{ code: 'date-doubtful', field: `${id}.dateIssued`, severity: 'check', message }];
  });
}
