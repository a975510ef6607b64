// Orders and proclamations have a number of their own: 某省人民政府令 第312号.
import { bareShadow } from './shadow.js';

const ORGAN = '\\p{Script=Han}{2,30}?(?:政府|委员会|国务院|人民代表大会|常务委员会|[厅局委部署院会行])';
const NUMBER = '[（(]?(?:\\d{4}年)?第[\\d一二三四五六七八九十百〇]{1,5}号[）)]?';
const HEAD = new RegExp(`^(${ORGAN})(?:令|公告)$`, 'u');
const NUMBER_LINE = new RegExp(`^${NUMBER}$`, 'u');
const WHOLE = new RegExp(`^(${ORGAN})(?:令|公告)${NUMBER}$`, 'u');

/** 某省人民政府令, 某省人民政府令第312号, 第312号: a line of such a head. */
export const isOrderLine = (text: string): boolean =>
  [HEAD, WHOLE, NUMBER_LINE].some((pattern) => pattern.test(bareShadow(text)));

/**
 * The head that begins with a line: on one line, or with its number on the next one.
 *
 * @returns who gives the order, and how many lines the head takes; null where no head begins
 */
export function orderHead(line: string, next: string | undefined): { organ: string; lines: number } | null {
  const whole = WHOLE.exec(bareShadow(line))?.[1];
  if (whole) return { organ: whole, lines: 1 };
  const organ = HEAD.exec(bareShadow(line))?.[1];
  return organ && NUMBER_LINE.test(bareShadow(next ?? '')) ? { organ, lines: 2 } : null;
}
