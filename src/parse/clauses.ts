import { shadow } from '../text/shadow.js';
import type { Traced } from '../text/traced.js';

const CLOSING: Readonly<Record<string, string>> = {
  '）': '（',
  ')': '(',
  ']': '[',
  '】': '【',
  '］': '［',
  '〕': '〔',
};
const OPENING = new Set(Object.values(CLOSING));

/** Who does it, or by when: what a bracket at the end must speak of to be a clause and not part of the sentence. */
const DEADLINE_LABEL = /^(?:完成)?(?:时限|时间|期限)(?:要求)?[:：]/u;
const UNIT_LABEL =
  /^(?:(?:牵头|主办|责任|负责|承办|配合|协同|协办|参与|参加|落实|实施)[^：:，、。；]{0,10}|[^：:，、。；]{0,4}(?:单位|部门))[:：]/u;
const UNIT_WORDING = /(?:负责|牵头|配合|落实|承办|协办|实施)$|按(?:照)?职责分工/u;

/** A unit by its ending: what a bracket behind a full sentence holds and nothing else. */
const UNIT_NAME =
  /(?:厅|局|委|办|部|署|院|会|社|行|公司|集团|中心|法院|学校|大学|政府|管委会|单位|部门|[县市区州盟旗]|[）)]|等)$/u;

/** 2024年12月底前完成, after who is responsible. */
const BARE_DEADLINE = /\d.{0,12}(?:前|底|内|末)(?:完成)?$/u;

export interface Clauses {
  /** The text without its closing clauses. */
  readonly text: Traced;
  /** What stands in the brackets, by what it says. */
  readonly units: readonly Traced[];
  readonly deadlines: readonly Traced[];
}

/** Takes the clauses off the end: [某厅、某局按职责分工负责], （责任单位：…；完成时限：…）, 责任单位：…。 */
export function takeClosingClauses(text: Traced): Clauses {
  const units: Traced[] = [];
  const deadlines: Traced[] = [];
  let rest = text;
  for (;;) {
    const clause = closingBracket(rest.text) ?? closingLabel(rest.text);
    if (!clause) break;
    const before = rest.slice(0, clause.start).trim();
    const parts = partsOf(rest.slice(clause.start + clause.marks, clause.end), SENTENCE_END.test(before.text));
    if (!parts) break;
    units.unshift(...parts.units);
    deadlines.unshift(...parts.deadlines);
    rest = before;
  }
  return { text: rest, units, deadlines };
}

const SENTENCE_END = /[。；！]$/u;

/** From where to where a clause stands; its opening marks come first. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly marks: number;
}

/** Behind the last sentence: 责任单位：…；完成时限：…。 without brackets. */
const LABELLED =
  /(?<=[。；！])(?:牵头|主办|责任|负责|承办|配合|协同|协办|完成)(?:单位|部门|时限|时间|期限)[:：][^。]+?(?=。?$)/u;

function closingLabel(text: string): Place | null {
  const match = LABELLED.exec(shadow(text));
  return match ? { start: match.index, end: match.index + match[0].length, marks: 0 } : null;
}

/** The bracket that ends a text, its opening found by counting; a 。 may follow it. */
function closingBracket(text: string): Place | null {
  const trimmed = text.replace(/[。\s]+$/u, '');
  const end = trimmed.length - 1;
  if (!CLOSING[trimmed.charAt(end)]) return null;
  let depth = 0;
  for (let index = end; index >= 0; index--) {
    const character = trimmed.charAt(index);
    if (CLOSING[character]) depth += 1;
    else if (OPENING.has(character)) depth -= 1;
    if (depth === 0) return { start: index, end, marks: 1 };
  }
  return null;
}

/** A paragraph that is a clause: 责任单位：… or 完成时限：…, without brackets. */
export function clauseParagraph(text: Traced): Omit<Clauses, 'text'> | null {
  const words = shadow(text.text);
  if (!UNIT_LABEL.test(words) && !DEADLINE_LABEL.test(words)) return null;
  return partsOf(/[。；]$/u.test(words) ? text.slice(0, text.length - 1) : text);
}

/** Between the units and the deadline: ；, or ， before a deadline with its label, or after 负责; a label begins one too. */
const PART_END =
  /[；;]|[，,]?(?=(?:完成|办理)(?:时限|时间|期限)(?:要求)?[:：])|[，,](?=(?:时限|时间|期限)(?:要求)?[:：])|[，,]?(?=(?:牵头|主办|责任|承办|配合|协办)(?:单位|部门)[:：])|(?<=负责|牵头|落实)[，,](?=[^，,]{0,20}\d[^，,]{0,12}(?:前|底|内|末)(?:完成)?$)/gu;

/**
 * ； parts the units from the deadline; null where the bracket is no clause.
 *
 * @param standsApart behind a full sentence: units by their names alone are a clause too
 */
function partsOf(content: Traced, standsApart = false): { units: Traced[]; deadlines: Traced[] } | null {
  const source = content.text;
  const units: Traced[] = [];
  const deadlines: Traced[] = [];
  let from = 0;
  for (const { index, 0: separator } of [...shadow(source).matchAll(PART_END), { index: source.length, 0: '' }]) {
    const part = content.slice(from, index).trim();
    from = index + separator.length;
    if (part.length === 0) continue;
    const words = shadow(part.text);
    const label = DEADLINE_LABEL.exec(words);
    if (label) deadlines.push(part.slice(label[0].length));
    else if (UNIT_LABEL.test(words) || UNIT_WORDING.test(words)) units.push(part);
    else if (units.length > 0 && BARE_DEADLINE.test(words)) deadlines.push(part);
    else if (units.length > 0 || (standsApart && areUnits(words))) units.push(part);
    else return null;
  }
  return units.length + deadlines.length > 0 ? { units, deadlines } : null;
}

const areUnits = (words: string): boolean => words.split(/[、，,]/u).every((name) => UNIT_NAME.test(name.trim()));
