// What is known of a line under the header of a list before it is put into a cell.
import { type LoneBrackets, loneBrackets } from '../../../text/brackets.js';
import { type Numbering, numberingOf } from '../../../text/numbering.js';
import { shadow } from '../../../text/shadow.js';
import { firstUnitEm, isStretched, type Width } from '../line-measure.js';
import type { TextLine } from '../lines.js';

export interface ListLine {
  readonly line: TextLine;
  /** Less spaces, in simplified characters and full-width marks. */
  readonly text: string;
  readonly width: number;
  readonly isStretched: boolean;
  /** Of what its line before would have had to hold. */
  readonly unit: number;
  readonly numbering: Numbering | null;
  /** A bare number: a cell of 序号. */
  readonly count: number | null;
  /** A running head, a page number or a printed header stands before it. */
  readonly opensPage: boolean;
  /** Those of （） without a partner in it. */
  readonly brackets: LoneBrackets;
  readonly endsSentence: boolean;
  /** Ends where no cell ends: 、 or an open bracket. */
  readonly endsOpen: boolean;
  /** Begins as no cell begins: with 、 or what closes. */
  readonly beginsClosed: boolean;
  /** 无 or —: says that there is none. */
  readonly isNone: boolean;
  readonly hasUnit: boolean;
  /** Ends with a whole name of a unit, the next one not begun. */
  readonly endsUnit: boolean;
  readonly hasStop: boolean;
}

const NONE = /^(?:无|[—-]+)$/u;
const UNIT =
  /[厅局委办院室署会行所处部]|中心|公司|集团|政府|海关|单位|各[市县区州镇]|[县区市州](?:$|[、，；（）])|企业|学校|大学|负责|牵头|配合/u;
export const UNIT_END =
  /(?:[厅局委院室署会行处部]|办|中心|公司|政府|海关|单位|部门|企业|学校|大学|[县区市州镇]|[县区市）]|负责|牵头|配合|无|[—-]+)$/u;

const FULL_WIDTH: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '(': '（', ')': '）' };

export function listLines(lines: readonly TextLine[], opens: ReadonlyMap<TextLine, unknown>, width: Width): ListLine[] {
  return lines.map((line): ListLine => {
    const printed = line.text.text;
    const text = shadow(printed.replace(/\s/gu, '')).replace(/[,:;()]/gu, (mark) => FULL_WIDTH[mark] as string);
    return {
      line,
      text,
      width: width(printed),
      isStretched: isStretched(printed),
      unit: firstUnitEm(printed, width, Number.POSITIVE_INFINITY),
      numbering: numberingOf(text),
      count: /^\d{1,3}$/u.test(text) ? Number(text) : null,
      opensPage: line.opensPage || opens.has(line),
      brackets: loneBrackets(text, '）'),
      endsSentence: /[。！？；]$|[。）)\]】”][)）\]】”]*$/u.test(text),
      endsOpen: /[、，,（(《“：:]$/u.test(text),
      beginsClosed: /^[、，。；：）)》”\]】,;:.]/u.test(text),
      isNone: NONE.test(text),
      hasUnit: UNIT.test(text) || NONE.test(text),
      endsUnit: UNIT_END.test(text),
      hasStop: /。/u.test(text),
    };
  });
}
