// The measures of a made-up document, and what tests ask of them.
import { readPlainText } from '../../src/extract/plain-text.js';
import type { Measure } from '../../src/model/index.js';
import { parse } from '../../src/parse/index.js';
import { repair } from '../../src/repair/index.js';

const HEAD = ['柳渡市人民政府关于加强防汛备汛工作的通知', '柳政发〔2031〕4号', '各县（区）人民政府：'];
const SIGNED = ['柳渡市人民政府', '2031年5月6日'];

/** The measures of a document with these lines as its text; each line ends where its paragraph ends, or is full. */
export const measures = (...lines: string[]): Measure[] =>
  parse(repair({ kind: 'text', pages: readPlainText([...HEAD, ...lines, ...SIGNED].join('\n')) })).measures;

export const texts = (found: readonly Measure[]): string[] => found.map((measure) => measure.text);
export const ids = (found: readonly Measure[]): string[] => found.map((measure) => measure.id.replace('d1.body.', ''));
export const flags = (found: readonly Measure[]): string[] =>
  found.flatMap((measure) => measure.flags.map((flag) => `${measure.number}: ${flag.code} ${flag.field}`));
