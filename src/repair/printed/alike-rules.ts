import type { Rule } from '../../extract/page.js';
import { LONG_RULE_PT, RULE_JOINT_PT } from '../tolerances.js';

/** Long horizontal rules in groups that begin and end at the same places: those of one table; each from the top. */
export function alikeRules(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  const long = rules.filter(({ direction, from, to }) => direction === 'horizontal' && to - from >= LONG_RULE_PT);
  for (const rule of long.toSorted((a, b) => a.at - b.at)) {
    const group = groups.find(
      ([other]) =>
        other && Math.abs(other.from - rule.from) <= RULE_JOINT_PT && Math.abs(other.to - rule.to) <= RULE_JOINT_PT,
    );
    if (group) group.push(rule);
    else groups.push([rule]);
  }
  return groups;
}
