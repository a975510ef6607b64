// What is printed above or below the parts of a table that goes on over pages: 续表, （接上页）, and its caption again.
import { bareShadow } from '../text/shadow.js';

const FORMS: readonly RegExp[] = [
  // 续表 | 续表1 | （续） | 续上表 | 接上页
  /^[（(]?(?:续|接)(?:上|前)?(?:表|页)?[）)]?[\d一二三四五六七八九十.-]{0,5}$/u,
  // 表1（续） | 任务分工表（续表）
  /[（(](?:续|接)(?:上|前)?(?:表|页)?[\d一二三四五六七八九十]{0,2}[）)]$/u,
  /^附?表[\d一二三四五六七八九十.-]{1,5}续$/u,
  // below: 转下页 | （续下表）
  /^[（(]?(?:续|接|转)下(?:表|页)[）)]?$/u,
];

/** Whether a line says only that a table goes on. */
export function saysContinued(text: string): boolean {
  const plain = bareShadow(text);
  return plain.length > 1 && FORMS.some((form) => form.test(plain));
}
