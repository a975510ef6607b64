// Corrections on records: pure, for conversion, the server and the page alike.
import type {
  Change,
  CorrectedFields,
  Correction,
  Corrections,
  Flag,
  Issue,
  Measure,
  MeasureName,
  MeasurePlace,
} from '../model/index.js';
import { isEqual } from './equal.js';
import { fieldsOf, hasFields, indexOfMeasure, isSameMeasure, valueIn } from './find.js';
import { valueAt } from './pin.js';
import { acceptFlag, isOpen, noteCorrected, settleFields } from './settle.js';
import { correctionWording, shortened, valueWording } from './wording.js';

export interface Applied {
  issue: Issue;
  /** Changes whose original is no more there, or is another now: they are left out. */
  unmatched: Change[];
}

type Of<What extends Correction['what']> = Extract<Correction, { what: What }>;

/** The records as corrected, change after change; those taken back are passed over. What did not fit is flagged. */
export function applyCorrections(original: Issue, { changes }: Pick<Corrections, 'changes'>): Applied {
  let issue = original;
  const unmatched: Change[] = [];
  for (const change of changes) {
    if (change.undone !== undefined) continue;
    const next = applyCorrection(issue, change.correction);
    if (next) issue = next;
    else unmatched.push(change);
  }
  const held = changes.filter(({ undone }) => undone === undefined).length;
  if (held > 0) {
    issue = { ...issue, corrections: { applied: held - unmatched.length, unmatched: unmatched.length } };
  }
  if (unmatched.length === 0) return { issue, unmatched };
  let flags = unmatched.map(unmatchedFlag);
  // they too can be accepted
  for (const { correction, undone } of changes) {
    if (undone === undefined && correction.what === 'accept' && !correction.measure) {
      flags = acceptFlag(flags, correction.flag);
    }
  }
  return { issue: { ...issue, flags: [...issue.flags, ...flags] }, unmatched };
}

/** Changes that fit with all of the changes, and no more with those that are left of them. */
export function noLongerFitting(original: Issue, all: readonly Change[], left: readonly Change[]): Change[] {
  const unmatchedOf = (changes: readonly Change[]) => applyCorrections(original, { changes: [...changes] }).unmatched;
  const before = new Set(unmatchedOf(all).map(({ id }) => id));
  return unmatchedOf(left).filter(({ id }) => !before.has(id));
}

/** One correction; null where its original is no more there, or is another now. */
export function applyCorrection(issue: Issue, correction: Correction): Issue | null {
  switch (correction.what) {
    case 'set':
      return set(issue, correction);
    case 'accept':
      return accept(issue, correction);
    case 'replace':
      return replace(issue, correction);
    case 'add':
      return add(issue, correction);
    case 'remove':
      return remove(issue, correction);
  }
}

function set(issue: Issue, { measure: name, from, to }: Of<'set'>): Issue | null {
  const fields = fieldsOf(to);
  const index = indexOfMeasure(issue.measures, name, (measure) => hasFields(measure, from));
  const measure = issue.measures[index];
  if (!measure) return alreadySo(issue, name, to);
  let flags = settleFields(measure.flags, fields);
  for (const field of fields) {
    const before = { [field]: valueIn(measure, field) };
    flags = noteCorrected(flags, field, `人工更正：原为「${valueWording(field, before)}」`);
  }
  return settledOf(withMeasures(issue, index, 1, [{ ...withFields(measure, to), flags }]), measure, fields);
}

/** Flags of the issue as a whole may speak of the fields of a measure: d3.body.三.1.text. */
const settledOf = (issue: Issue, { id }: Measure, fields: readonly string[]): Issue => ({
  ...issue,
  flags: settleFields(
    issue.flags,
    fields.map((field) => `${id}.${field}`),
  ),
});

/** What is read right by now only has its flags settled. */
function alreadySo(issue: Issue, name: MeasureName, to: CorrectedFields): Issue | null {
  // the place is that among measures with the text of before
  const now = to.text === undefined || to.text === name.text ? name : { id: name.id, text: to.text };
  const index = indexOfMeasure(issue.measures, now, (one) => hasFields(one, to));
  const measure = issue.measures[index];
  if (!measure) return null;
  const fields = fieldsOf(to);
  const flags = settleFields(measure.flags, fields);
  return settledOf(withMeasures(issue, index, 1, [{ ...measure, flags }]), measure, fields);
}

/** What a measure may lack is left out of the record. */
function withFields(measure: Measure, fields: CorrectedFields): Measure {
  const { targets, extra, keywords, ...others } = { ...measure, ...fields };
  return { ...others, ...(targets && { targets }), ...(extra && { extra }), ...(keywords && { keywords }) } as Measure;
}

/** What was accepted is what the person saw: a flag that says the same of another value is open again. */
function accept(issue: Issue, { measure: name, flag, seen }: Of<'accept'>): Issue | null {
  const isOther = (measure: Measure | null): boolean =>
    seen !== undefined &&
    isOpen(measure ? measure.flags : issue.flags, flag) &&
    !isEqual(valueAt(issue, measure, flag.field), seen);
  if (!name) return isOther(null) ? null : { ...issue, flags: acceptFlag(issue.flags, flag) };
  const index = indexOfMeasure(issue.measures, name, () => true);
  const measure = issue.measures[index];
  if (!measure || isOther(measure)) return null;
  return withMeasures(issue, index, 1, [{ ...measure, flags: acceptFlag(measure.flags, flag) }]);
}

/** What a split, a join or a moved border decides. */
const TEXT_FIELDS = ['text', 'title', 'number'];

function replace(issue: Issue, { how, from, to, place }: Of<'replace'>): Issue | null {
  const first = indexOfRemoved(issue, from[0] as Measure, place);
  const before = first < 0 ? [] : issue.measures.slice(first, first + from.length);
  const isThere = (one: Measure, n: number): boolean => before[n] !== undefined && isSameMeasure(before[n], one);
  if (!from.every(isThere)) return null;
  const flagsOf = (n: number): Flag[] => {
    // where there are as many as before, each goes on; else each is made of all
    const own = from.length === to.length ? [before[n] as Measure] : before;
    const was = own.map(({ id, text }) => `${id}「${shortened(text)}」`).join('、');
    const settled = own.flatMap(({ flags }) => settleFields(flags, TEXT_FIELDS));
    return noteCorrected(settled, 'text', `${HOW[how]}：原为${was}`);
  };
  const replaced = to.map((measure, n) => ({ ...measure, flags: flagsOf(n) }));
  return before.reduce(
    (after, measure) => settledOf(after, measure, TEXT_FIELDS),
    withMeasures(issue, first, from.length, replaced),
  );
}

const HOW = { split: '人工拆分', join: '人工合并', boundary: '人工调整分界' } as const;

function add(issue: Issue, { after, to }: Of<'add'>): Issue | null {
  const index = after ? indexOfMeasure(issue.measures, after, () => true) : -1;
  if (after && index < 0) return null;
  const flags = noteCorrected(to.flags, 'text', '人工新增');
  return withMeasures(issue, index + 1, 0, [{ ...to, flags }]);
}

function indexOfRemoved({ measures }: Issue, from: Measure, place: MeasurePlace | undefined): number {
  const name = { id: from.id, text: from.text, ...(place && { place }) };
  return indexOfMeasure(measures, name, (measure) => isSameMeasure(measure, from));
}

function remove(issue: Issue, { from, place }: Of<'remove'>): Issue | null {
  const index = indexOfRemoved(issue, from, place);
  if (index < 0) return null;
  const message = `人工删除：${from.id}「${shortened(from.text)}」`;
  const note: Flag = { code: 'corrected', field: from.id, severity: 'note', message };
  return { ...withMeasures(issue, index, 1, []), flags: [...issue.flags, note] };
}

/** With some measures in the place of others; ids stay unique. */
function withMeasures(issue: Issue, from: number, count: number, some: readonly Measure[]): Issue {
  const measures = [...issue.measures];
  measures.splice(from, count);
  const used = new Set(measures.map(({ id }) => id));
  const named = some.map((measure) => {
    const id = freeId(measure.id, used);
    used.add(id);
    return id === measure.id ? measure : { ...measure, id };
  });
  measures.splice(from, 0, ...named);
  return { ...issue, measures };
}

/** As second records with the same numbers are called: d1.body.1~2. */
export function freeId(id: string, used: ReadonlySet<string>): string {
  if (!used.has(id)) return id;
  const stem = id.replace(/~\d+$/, '');
  for (let n = 2; ; n++) if (!used.has(`${stem}~${n}`)) return `${stem}~${n}`;
}

function unmatchedFlag({ correction }: Change): Flag {
  const message = `人工更正未能套用，原文或原值已不同：${correctionWording(correction)}`;
  return { code: 'correction-unmatched', field: measureIdOf(correction) ?? 'measures', severity: 'check', message };
}

/** The measure that a correction is about. */
export function measureIdOf(correction: Correction): string | null {
  if (correction.what === 'set' || correction.what === 'accept') return correction.measure?.id ?? null;
  if (correction.what === 'replace') return correction.from[0]?.id ?? null;
  return correction.what === 'add' ? correction.to.id : correction.from.id;
}
