// Composed pages with their content turned on its side.
import type { Rule, Run, Sheet } from '../../fixtures/typesetter/page.js';

/** A page of which the reader sees everything lie on its left side: the text reads up. */
export const onItsSide = ({ width, height, runs, rules, textLines }: Sheet): Sheet => ({
  width: height,
  height: width,
  runs: runs.map((run): Run => ({ ...run, x: run.y, y: width - run.x, angle: run.angle + 90 })),
  rules: rules.map((rule): Rule => ({ ...rule, x0: rule.y0, y0: width - rule.x0, x1: rule.y1, y1: width - rule.x1 })),
  textLines,
});

export const run = (text: string, x: number, y: number, change: Partial<Run> = {}): Run => ({
  text,
  x,
  y,
  size: 10,
  spacing: 0,
  weight: 'regular',
  grey: 0,
  angle: 0,
  ...change,
});

export const rule = (x0: number, y0: number, x1: number, y1: number): Rule => ({ x0, y0, x1, y1, width: 0.5, grey: 0 });
