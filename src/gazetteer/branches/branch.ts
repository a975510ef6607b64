import type { Place } from '../region.js';

/** What a branch of an organ of the centre is called in full, given the place it is printed with. */
export interface Branch {
  readonly purpose: string;
  /** Printed → in full. */
  readonly example: readonly [printed: string, full: string];
  /** On folded text, the place in the first group that matches; empty or a bare level (省) where the region's own is meant. */
  readonly pattern: RegExp;
  readonly kind: 'vertical' | 'enterprise';
  /** The place as printed, the short name of its province where it is one, its full name. */
  full(place: Place): string;
  /** ISO date of the last day of the name, and who came after it. */
  readonly until?: string;
  readonly successor?: string;
  /** Some are for a part of the country: 华东, 长江. */
  readonly areas?: true;
}

/** A whole name, with @ where its place stands. */
export const named = (pattern: string): RegExp =>
  new RegExp(`^(?:${pattern.replaceAll('@', '(\\p{Script=Han}{0,10}?)')})$`, 'u');

/** Parts of the country that give branches their names. */
export const AREA = /^(?:华北|东北|西北|华东|华中|华南|中南|西南|南方|长江)$/;

/** The five cities with a budget of their own (计划单列市), whose branches are as those of provinces. */
const SEPARATE = /^(?:深圳|大连|宁波|青岛|厦门)$/;

/** Is a branch here one of the first level: 监管局, not 监管分局? */
export const isFirst = ({ level, short }: Place): boolean => level === 'province' || SEPARATE.test(short);
