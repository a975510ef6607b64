// Corrections that make other measures of measures: split, join, moved borders, new ones.
import type { Correction, Issue, Measure } from '../../../model/index.js';

/** The first sentence, or the label before ：, as the reading titles a measure. */
export function titleOf(text: string): string {
  const label = /^([^：。；，]{2,20})：/u.exec(text)?.[1];
  return label ?? (text.split('。')[0] ?? '').trim();
}

/** A text with its title: one that was made of the text follows it. */
export function withText(measure: Measure, text: string): Pick<Measure, 'text' | 'title'> {
  const isKept = text.startsWith(measure.title) || titleOf(measure.text) !== measure.title;
  return { text, title: isKept && measure.title !== '' ? measure.title : titleOf(text) };
}

/** Part of a measure's text, with what of the rest is in it. */
function part(measure: Measure, text: string, own: Partial<Measure> = {}): Measure {
  const { targets, keywords, ...rest } = measure;
  const inIt = targets?.filter(({ raw }) => text.includes(raw)) ?? [];
  const words = keywords?.filter((word) => text.includes(word)) ?? [];
  return {
    ...rest,
    ...withText(measure, text),
    ...(inIt.length > 0 && { targets: inIt }),
    ...(words.length > 0 && { keywords: words }),
    ...own,
  };
}

/** Two measures of one; units and deadlines are those of both until a person says otherwise. */
export function split(measure: Measure, at: number): Correction {
  const [head, tail] = [measure.text.slice(0, at).trim(), measure.text.slice(at).trim()];
  const to = [part(measure, head), part(measure, tail, { number: null, title: titleOf(tail) })];
  return { what: 'replace', how: 'split', from: [measure], to };
}

export function join(measure: Measure, next: Measure): Correction {
  const whole: Measure = {
    ...measure,
    text: measure.text + next.text,
    deadlines: united(measure.deadlines, next.deadlines, ({ raw }) => raw),
    departments: united(measure.departments, next.departments, ({ name, role }) => `${name} ${role}`),
    openEnded: measure.openEnded || next.openEnded,
    sources: united(measure.sources, next.sources, (source) => JSON.stringify(source)),
    ...(measure.targets || next.targets ? { targets: [...(measure.targets ?? []), ...(next.targets ?? [])] } : {}),
    ...(measure.keywords || next.keywords
      ? { keywords: united(measure.keywords ?? [], next.keywords ?? [], (word) => word) }
      : {}),
    ...(measure.extra || next.extra ? { extra: joinedColumns(measure.extra ?? {}, next.extra ?? {}) } : {}),
  };
  return { what: 'replace', how: 'join', from: [measure, next], to: [whole] };
}

export interface Neighbour {
  readonly measure: Measure | null;
  /** Why no text can pass between the two. */
  readonly apart: 'no-neighbour' | 'other-document' | 'other-origin' | null;
}

/** The measure before (-1) or behind (1): text passes within one document, and within its list or its text. */
export function neighbourOf({ measures }: Issue, own: Measure, by: -1 | 1): Neighbour {
  const index = measures.indexOf(own);
  const measure = (index < 0 ? null : measures[index + by]) ?? null;
  if (!measure) return { measure, apart: 'no-neighbour' };
  if (measure.documentId !== own.documentId) return { measure, apart: 'other-document' };
  return { measure, apart: measure.origin === own.origin ? null : 'other-origin' };
}

/** What both say under one heading, one after the other. */
function joinedColumns(
  a: Readonly<Record<string, string>>,
  b: Readonly<Record<string, string>>,
): Record<string, string> {
  const columns: Record<string, string> = { ...a };
  for (const [heading, text] of Object.entries(b)) {
    const before = columns[heading];
    columns[heading] = before === undefined || before === text ? text : `${before}；${text}`;
  }
  return columns;
}

const united = <One>(a: readonly One[], b: readonly One[], name: (one: One) => string): One[] => {
  const names = new Set(a.map(name));
  return [...a, ...b.filter((one) => !names.has(name(one)))];
};

/** The border between two neighbours moves: what is behind `at` in the first, or before `at` in the second, changes sides. */
export function moveBoundary(
  first: Measure,
  second: Measure,
  moving: { tailFrom: number } | { headTo: number },
): Correction {
  const [a, b] =
    'tailFrom' in moving
      ? [first.text.slice(0, moving.tailFrom), first.text.slice(moving.tailFrom) + second.text]
      : [first.text + second.text.slice(0, moving.headTo), second.text.slice(moving.headTo)];
  const sources = (own: Measure, other: Measure): Measure['sources'] =>
    united(
      own.sources,
      other.sources.filter(({ field }) => field === 'text'),
      (source) => JSON.stringify(source),
    );
  const isGrown = 'tailFrom' in moving ? second : first;
  const to = [
    { ...first, ...withText(first, a.trim()), sources: isGrown === first ? sources(first, second) : first.sources },
    { ...second, ...withText(second, b.trim()), sources: isGrown === second ? sources(second, first) : second.sources },
  ];
  return { what: 'replace', how: 'boundary', from: [first, second], to };
}

/** An empty measure behind another, under the same headings. */
export function addBehind(measure: Measure, text: string): Extract<Correction, { what: 'add' }> {
  const to: Measure = {
    id: `${measure.id.replace(/~\d+$/, '')}~2`,
    documentId: measure.documentId,
    origin: measure.origin,
    path: measure.path,
    number: null,
    title: titleOf(text),
    text,
    deadlines: [],
    departments: [],
    openEnded: false,
    sources: [],
    flags: [],
  };
  return { what: 'add', after: { id: measure.id, text: measure.text }, to };
}
