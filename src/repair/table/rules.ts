import type { Rule } from '../../extract/page.js';
import { RULE_JOINT_PT, SAME_RULE_PT } from '../tolerances.js';

/** Pieces of one drawn line (cell edges, doubled strokes, gaps at crossings) → one rule. */
export function joinRules(rules: readonly Rule[]): Rule[] {
  return (['horizontal', 'vertical'] as const).flatMap((direction) => {
    const sorted = rules.filter((rule) => rule.direction === direction).sort((a, b) => a.at - b.at || a.from - b.from);
    return groupsAt(sorted).flatMap(joinGroup);
  });
}

/** Sorted rules → groups at one place, each within the tolerance of the group's first. */
function groupsAt(sorted: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  for (const rule of sorted) {
    const group = groups.at(-1);
    if (group && rule.at - (group[0] as Rule).at <= SAME_RULE_PT) group.push(rule);
    else groups.push([rule]);
  }
  return groups;
}

function joinGroup(group: readonly Rule[]): Rule[] {
  const at = group.reduce((sum, rule) => sum + rule.at, 0) / group.length;
  const joined: { direction: Rule['direction']; at: number; from: number; to: number }[] = [];
  for (const rule of [...group].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && rule.from <= last.to + RULE_JOINT_PT) last.to = Math.max(last.to, rule.to);
    else joined.push({ direction: rule.direction, at, from: rule.from, to: rule.to });
  }
  return joined;
}

const meet = (h: Rule, v: Rule): boolean =>
  v.at >= h.from - RULE_JOINT_PT &&
  v.at <= h.to + RULE_JOINT_PT &&
  h.at >= v.from - RULE_JOINT_PT &&
  h.at <= v.to + RULE_JOINT_PT;

/** Joined rules → groups that hang together by crossings: each is a table, a box or a lone line. */
export function connectedRules(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  const left = new Set(rules);
  for (const start of rules) {
    if (!left.delete(start)) continue;
    const group = [start];
    for (const rule of group) {
      for (const other of left) {
        if (rule.direction === other.direction) continue;
        const [h, v] = rule.direction === 'horizontal' ? [rule, other] : [other, rule];
        if (meet(h, v)) {
          left.delete(other);
          group.push(other);
        }
      }
    }
    groups.push(group);
  }
  return withOpenColumns(groups);
}

/**
 * Columns that go on from the page before to the next may have neither top nor bottom: vertical rules alone, beside the
 * rules of their table and as long as these.
 */
function withOpenColumns(groups: readonly Rule[][]): Rule[][] {
  const isOpen = (group: readonly Rule[]): boolean => group.every(({ direction }) => direction === 'vertical');
  const tables = groups.filter((group) => !isOpen(group)).map((group) => [...group]);
  const left: Rule[][] = [];
  for (const column of groups.filter(isOpen)) {
    const table = tables.find((group) => isAsLong(column, group));
    if (table) table.push(...column);
    else left.push(column);
  }
  return [...tables, ...left];
}

const isAsLong = (column: readonly Rule[], group: readonly Rule[]): boolean =>
  verticals(group).length >= 2 && areLevel(column, group);

const verticals = (rules: readonly Rule[]): Rule[] => rules.filter(({ direction }) => direction === 'vertical');

/** The vertical rules of both begin and end at one height. */
export function areLevel(a: readonly Rule[], b: readonly Rule[]): boolean {
  const ends = (rules: readonly Rule[]): [number, number] => [
    Math.min(...rules.map(({ from }) => from)),
    Math.max(...rules.map(({ to }) => to)),
  ];
  const [[from, to], [top, bottom]] = [ends(verticals(a)), ends(verticals(b))];
  return Math.abs(from - top) <= RULE_JOINT_PT && Math.abs(to - bottom) <= RULE_JOINT_PT;
}
