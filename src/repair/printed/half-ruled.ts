import type { Rule } from '../../extract/page.js';
import type { PrintedGlyph } from '../../text/glyph.js';
import { isBlank } from '../../text/glyph.js';
import { COLUMN_GAP_PT, HALF_RULED_LINES, LONG_RULE_PT, RULE_JOINT_PT } from '../tolerances.js';

/**
 * A table with horizontal rules only: its rules, and the vertical ones it would have, through the white strips that run
 * down between its columns and at its two sides.
 *
 * @param rules what no fully ruled table has taken
 * @returns null where there is no such table
 */
export function completeRules(rules: readonly Rule[], glyphs: readonly PrintedGlyph[]): Rule[] | null {
  const full = fullWidthRules(rules);
  const [first, last] = [full[0], full.at(-1)];
  if (full.length < HALF_RULED_LINES || !first || !last) return null;
  const horizontal = rules.filter(
    (rule) =>
      rule.direction === 'horizontal' &&
      rule.at >= first.at &&
      rule.at <= last.at &&
      rule.from >= first.from - RULE_JOINT_PT &&
      rule.to <= first.to + RULE_JOINT_PT,
  );
  const inside = glyphs.filter(({ box }) => box[1] > first.at - 1 && box[3] < last.at + 1 && box[2] > first.from);
  const strips = whiteStrips(inside.filter((glyph) => !isBlank(glyph)));
  if (strips.length === 0) return null;
  const sides = [first.from, ...strips, first.to];
  return [...horizontal, ...sides.map((at): Rule => ({ direction: 'vertical', at, from: first.at, to: last.at }))];
}

/** The most rules that begin and end at the same places, from the top. */
function fullWidthRules(rules: readonly Rule[]): Rule[] {
  const groups: Rule[][] = [];
  for (const rule of rules) {
    if (rule.direction !== 'horizontal' || rule.to - rule.from < LONG_RULE_PT) continue;
    const group = groups.find(
      ([other]) =>
        other && Math.abs(other.from - rule.from) <= RULE_JOINT_PT && Math.abs(other.to - rule.to) <= RULE_JOINT_PT,
    );
    if (group) group.push(rule);
    else groups.push([rule]);
  }
  const most = groups.sort((a, b) => b.length - a.length)[0] ?? [];
  return most.sort((a, b) => a.at - b.at);
}

/** Middles of the strips that no glyph reaches into, from the left. */
function whiteStrips(glyphs: readonly PrintedGlyph[]): number[] {
  const strips: number[] = [];
  let reached: number | null = null;
  for (const { box } of [...glyphs].sort((a, b) => a.box[0] - b.box[0])) {
    if (reached !== null && box[0] - reached >= COLUMN_GAP_PT) strips.push((reached + box[0]) / 2);
    reached = Math.max(reached ?? box[2], box[2]);
  }
  return strips;
}
