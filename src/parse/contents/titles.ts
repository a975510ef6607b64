// Titles as they are compared: contents pages shorten them and set them otherwise.
import { shadow } from '../../text/shadow.js';

/** A shorter part of a title says too little. */
const SHORTEST = 6;

/** Without layout, punctuation and script; 省人民政府 is 省政府. */
export const foldedTitle = (title: string): string =>
  shadow(title.normalize('NFKC'))
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/人民政府/gu, '政府')
    .toLowerCase();

/** 某省政府关于印发…的通知 → what is sent out; any other title stays. */
const sentOut = (folded: string): string =>
  /^.{0,30}?(?:关于)?(?:印发|转发|批转|发布|公布)(.+?)(?:的(?:通知|函|决定))?$/u.exec(folded)?.[1] ?? folded;

/**
 * Whether two titles are one in all that matters: who issues it may be left out before 关于, or shortened (自治区政府 for
 * 某某自治区政府), and a notice may be called by what it sends out.
 */
export function sameTitle(one: string, other: string): boolean {
  const [a, b] = [foldedTitle(one), foldedTitle(other)];
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < SHORTEST) return false;
  // 关于 stands in the shorter one, so that what is left out is all before it
  if (short.includes('关于') && long.endsWith(short)) return true;
  const [core, otherCore] = [sentOut(a), sentOut(b)];
  const isSentOut = core !== a || otherCore !== b;
  return isSentOut && Math.min(core.length, otherCore.length) >= SHORTEST && areSamePlan(core, otherCore);
}

/** The place that a plan is for may be left out: 某县乡村学校改造方案. */
function areSamePlan(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (!long.endsWith(short)) return false;
  return short === long || /^\p{Script=Han}{1,10}[省市县区州盟旗]$/u.test(long.slice(0, -short.length));
}

/** How much of two titles is alike, from 0 to 1: pairs of neighbouring characters (Dice). */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(foldedTitle(one)), pairsOf(foldedTitle(other))];
  let shared = 0;
  const left = new Map<string, number>();
  for (const pair of a) left.set(pair, (left.get(pair) ?? 0) + 1);
  for (const pair of b) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    shared += 1;
    left.set(pair, count - 1);
  }
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
}

const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
