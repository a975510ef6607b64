import type { Role } from '../../model/department.js';
import { type Folded, matchAt } from '../folded.js';
import { CLASS, isCollectiveName, OPEN_ENDINGS } from './classes.js';
import { JOINED, LABELS, VERBS } from './roles.js';
import { beginsUnit, isParent, isTerritory, isUnit } from './units.js';

/** What a list of departments is made of, in the order printed. Offsets are those of the folded text. */
export type Piece =
  | { readonly kind: 'name'; readonly start: number; readonly end: number; readonly collective: boolean }
  /** Before the units it speaks of. */
  | { readonly kind: 'label'; readonly role: Role }
  /** After the units it speaks of; null leaves them their column's or label's role. */
  | { readonly kind: 'verb'; readonly role: Role | null }
  /** In brackets after the one unit it speaks of. */
  | { readonly kind: 'mark'; readonly role: Role | null }
  /** The unit before leads, those after help. */
  | { readonly kind: 'joined' }
  | { readonly kind: 'open'; readonly start: number; readonly end: number }
  | { readonly kind: 'rest'; readonly start: number; readonly end: number };

const SEPARATOR = /[,、;。/|·:!?①-⑳]/;
const ITEM_NUMBER = /(?:\d{1,2}[.、)](?!\d)|\(\d{1,2}\)|[①-⑳]|[一二三四五六七八九十]{1,2}、(?=[省市县区州]))/y;
const LEAD_IN = /(?:由|请|并由|并|其中|以上|均)(?=[\p{Script=Han}])(?![购])/uy;
/** A field that is no department: its text is left to the caller. */
const OTHER_FIELD =
  /(?:完成|办理|办结|实施|整改)?(?:时限|时间|期限|时间节点|目标|进度)(?:要求)?:|(?:责任人|联系人|负责人|(?:牵头|责任|分管|包[联抓保]|联系|挂[点联]|主管|市级?|县级?|区级?|省级?)?领导|备注|注|联系电话|电话):/y;
const JOINT = /以及|[及和与并暨]/y;
/** A date, a reference to another place, a sentence: no name of a unit. */
const NOT_A_NAME =
  /\d+年|\d+月|\d+日|年底|月底|^(?:详?见|同上|同前|按|根据|另行|待定|于|自(?![治然贸由]))|[的了]$|长期|时限|附件$/;
const MAX_NAME = 60;
const MAX_ROLE = 16;

/** The closing bracket of each opening one; what has no partner is missing. */
function pairBrackets(text: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '(' || character === '[') open.push(at);
    if (character !== ')' && character !== ']') continue;
    const partner = open.pop();
    if (partner !== undefined) pairs.set(partner, at);
  }
  return pairs;
}

/** White space that may end a name; '\v' stands where a line ended for want of room, perhaps within a name. */
const SURE_SPACE = /[^\S\v]/u;
const MARKS = /[,、;。]/;

/** Is white space all that separates the list: 省教育厅 省财政厅? */
function isSpacedList(source: string, text: string): boolean {
  if (MARKS.test(text)) return false;
  const names = source
    .trim()
    .split(new RegExp(`${SURE_SPACE.source}+`, 'u'))
    .map((name) => name.replace(/\s/gu, ''));
  return names.length > 1 && names.every((name) => name.length >= 3 && (isUnit(name) || isTerritory(name)));
}

/** Cuts a list into its pieces. Linear in the length of the text. */
export function cut(folded: Folded): Piece[] {
  const { text } = folded;
  const pairs = pairBrackets(text);
  const spacedList = isSpacedList(folded.source, text);
  const hasMarks = MARKS.test(text);
  const pieces: Piece[] = [];
  /** Where the name being read began; -1 between names. */
  let from = -1;

  /** Where the last verb ended: what is no unit right behind it says what is to be done (负责资金保障). */
  let verbEnd = -1;
  const close = (end: number): void => {
    if (from >= 0 && end > from) {
      const isTask = from === verbEnd && !isUnit(text.slice(from, end)) && !isTerritory(text.slice(from, end));
      if (isTask) pieces.push({ kind: 'rest', start: from, end });
      else pieces.push(...namesOrRest(text, from, end));
    }
    from = -1;
  };
  const name = (at: number): string => text.slice(Math.max(from, at - MAX_NAME), at);

  for (let at = 0; at < text.length; ) {
    const character = text.charAt(at);
    const space = from >= 0 ? spaceBefore(folded, at) : '';
    const isSure = SURE_SPACE.test(space);
    const mayEnd = isSure || (space !== '' && !hasMarks);
    if (space !== '' && from >= 0 && labelAt(text, at)) close(at);
    else if (mayEnd && endsBeforeSpace(text, name(at), at, isSure && spacedList)) close(at);
    if (from < 0) {
      const step = betweenNames(text, at, pieces);
      if (step > 0) {
        at += step;
        continue;
      }
    }
    const openEnding = character === '等' || /[其及和与以]/.test(character) ? matchFirst(OPEN_ENDINGS, text, at) : null;
    const verb = openEnding ? null : readVerb(text, at, from >= 0);
    if (openEnding || verb) {
      close(at);
      const end = at + (openEnding?.length ?? verb?.length ?? 1);
      pieces.push(openEnding ? { kind: 'open', start: at, end } : { kind: 'verb', role: verb?.role ?? null });
      at = end;
      if (verb) verbEnd = at;
    } else if (SEPARATOR.test(character)) {
      close(at);
      at++;
    } else if (character === '(' || character === '[') {
      const partner = pairs.get(at);
      const isNumber = ITEM_IN_BRACKETS.test(text.slice(at, at + 4));
      const role =
        from >= 0 && partner !== undefined && character === '('
          ? roleIn(text.slice(at + 1, Math.min(partner, at + MAX_ROLE)))
          : null;
      if (role && partner !== undefined) {
        close(at);
        pieces.push({ kind: 'mark', role: role.role });
        at = partner + 1;
      } else if (from >= 0 && partner !== undefined && character === '(' && !isNumber) {
        at = partner + 1;
      } else {
        close(at);
        at++;
      }
    } else if (character === ')' || character === ']') {
      close(at);
      at++;
    } else {
      const joined = from >= 0 ? matchAt(JOINED, text, at) : null;
      const joint = from >= 0 ? matchAt(JOINT, text, at) : null;
      if (joined) {
        close(at);
        pieces.push({ kind: 'joined' });
        at += joined[0].length;
      } else if (joint && joins(text, name(at), at + joint[0].length)) {
        close(at);
        at += joint[0].length;
      } else {
        if (from < 0) from = at;
        at++;
      }
    }
  }
  close(text.length);
  return pieces;
}

/** What may stand where a name could begin; how far it reaches, 0 for nothing. */
function betweenNames(text: string, at: number, pieces: Piece[]): number {
  for (const pattern of CLASS.patterns) {
    const match = matchAt(pattern, text, at);
    if (match) {
      pieces.push({ kind: 'name', start: at, end: at + match[0].length, collective: true });
      return match[0].length;
    }
  }
  for (const { pattern, role } of LABELS) {
    const match = matchAt(pattern, text, at);
    if (match) {
      pieces.push({ kind: 'label', role: role ?? 'responsible' });
      return match[0].length;
    }
  }
  const field = matchAt(OTHER_FIELD, text, at);
  if (field) {
    let end = at + field[0].length;
    while (end < text.length && !/[;。)\]]/.test(text.charAt(end)) && !labelAt(text, end)) end++;
    pieces.push({ kind: 'rest', start: at, end });
    return end - at;
  }
  const joined = matchAt(JOINED, text, at);
  if (joined) {
    pieces.push({ kind: 'joined' });
    return joined[0].length;
  }
  const filler = matchAt(ITEM_NUMBER, text, at) ?? matchAt(LEAD_IN, text, at) ?? matchAt(JOINT, text, at);
  return filler?.[0].length ?? 0;
}

/** 责任单位： with its colon, after which other units stand whatever went before. */
const labelAt = (text: string, at: number): boolean =>
  LABEL_BEGINS.test(text.charAt(at)) &&
  LABELS.some(({ pattern }) => matchAt(pattern, text, at)?.[0].endsWith(':') ?? false);
const LABEL_BEGINS = /[总牵主第协配参支会责承落实负执分省市县区]/;

function matchFirst(rules: readonly { pattern: RegExp }[], text: string, at: number): { length: number } | null {
  for (const { pattern } of rules) {
    const match = matchAt(pattern, text, at);
    if (match) return { length: match[0].length };
  }
  return null;
}

/** (2) before the next unit of a numbered list. */
const ITEM_IN_BRACKETS = /^\(\d{1,2}\)/;

/** Characters a role can begin with. */
const VERB_BEGINS = /[按依根分共具总统各协联密积牵主为配会参支负承抓推组落实执办指督业监跟]/;

function readVerb(text: string, at: number, inName: boolean): { length: number; role: Role | null } | null {
  if (!VERB_BEGINS.test(text.charAt(at))) return null;
  for (const { pattern, role } of VERBS) {
    const match = matchAt(pattern, text, at);
    // 各, 落实 and the like are part of a name unless the name is complete: 督查落实办公室.
    if (match && match[0] !== '' && (!inName || isEndOfName(text, at) || /负责|牵头|配合/.test(match[0]))) {
      return { length: match[0].length, role };
    }
  }
  return null;
}

const isEndOfName = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - MAX_NAME), at);
  return isUnit(before) || isTerritory(before) || /[)\]等]$/.test(before);
};

/** （牵头） after a unit: its role. */
function roleIn(text: string): { role: Role | null } | null {
  for (const { pattern, role } of VERBS) if (matchAt(pattern, text, 0)?.[0] === text) return { role };
  for (const { pattern, role } of LABELS) if (matchAt(pattern, `${text}:`, 0)?.[0] === `${text}:`) return { role };
  return null;
}

/** Do 和, 及 stand between two units here, not inside the name of one (文化和旅游厅)? */
function joins(text: string, before: string, at: number): boolean {
  if (!isUnit(before) && !isTerritory(before)) return false;
  if (beginsUnit(text, at)) return true;
  const after = /^[^,、;。:()[\]/及和与]{2,40}/.exec(text.slice(at, at + 40))?.[0] ?? '';
  const cutAt = /等|按|牵头|负责|配合|分别|共同/.exec(after)?.index ?? after.length;
  const next = after.slice(0, cutAt);
  return isUnit(next) || isTerritory(next) || isCollectiveName(next);
}

/** The white space right before a place, '' where there is none. */
function spaceBefore({ source, offsets }: Folded, at: number): string {
  const place = offsets[at] ?? 0;
  const before = at > 0 ? (offsets[at - 1] ?? 0) + 1 : place;
  return source.slice(before, place);
}

/** Does white space end a name here, where no mark does? Only between a whole name and the beginning of another. */
function endsBeforeSpace(text: string, name: string, at: number, spacedList: boolean): boolean {
  if (spacedList) return !(isParent(name) && !beginsUnit(text, at));
  if (!isUnit(name)) return false;
  return beginsUnit(text, at) || matchFirst(LABELS, text, at) !== null;
}

function namesOrRest(text: string, start: number, end: number): Piece[] {
  const name = text.slice(start, Math.min(end, start + MAX_NAME + 1));
  const odd = NOT_A_NAME.exec(name);
  // 省教育厅2020年底前: the unit, then what is none.
  if (odd && odd.index > 1 && isUnit(name.slice(0, odd.index))) {
    const at = start + odd.index;
    return [...namesOrRest(text, start, at), { kind: 'rest', start: at, end }];
  }
  if (odd || end - start > MAX_NAME || end - start < 2) return [{ kind: 'rest', start, end }];
  return [{ kind: 'name', start, end, collective: isCollectiveName(name) }];
}
