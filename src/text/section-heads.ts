// The parts of a gazette: 省政府文件, 人事任免. They stand above documents and belong to none.
import { findIssueName } from './issue-name.js';
import { bareShadow } from './shadow.js';

const SECTION_HEAD =
  /^【?(?:(?:国务院|国家|本省|本市|[省市县区]|自治区|[省市县区]?(?:人民)?政府|[省市县区]?政府办公[厅室]|部门|地方|规范性|政策|领导|工作)*(?:文件|人事任免|任免事项|法规规章|地方性法规|政府规章|政策解读|领导讲话|大事记|机构与人事)|人事)】?$/u;

export const isSectionHead = (text: string): boolean => SECTION_HEAD.test(bareShadow(text));

/** Below these, what has no title of its own is a document by their name. */
export const namesDocument = (text: string): boolean => /任免|大事记|人事/u.test(bareShadow(text));

const MASTHEAD: readonly RegExp[] = [
  /^《?\p{Script=Han}{2,30}公报》?$/u,
  /^(?:\d{4}年?)?[（(]?(?:第|总第)\d{1,4}[期号][）)]?(?:[（(]总第\d{1,4}期[）)])?$/u,
];

/** The name of the gazette and the number of the issue, above its first document. */
export function isMasthead(text: string): boolean {
  const plain = bareShadow(text);
  return MASTHEAD.some((pattern) => pattern.test(plain)) || findIssueName(plain)?.length === plain.length;
}
