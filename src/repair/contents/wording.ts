// What is printed on a contents page besides titles and page numbers.
import { squeezed } from '../../text/characters.js';
import { isDocNumber } from '../../text/letterhead.js';

/** 目录 */
export const isContentsTitle = (line: string): boolean => /^\s*目\s*[录錄次]\s*$/u.test(line);

const BRACKETED_SECTION = /^\s*【[^】]{2,30}】\s*$/u;
/** 省政府文件, 人事任免: the parts of a gazette that head their entries without brackets. */
const SECTION =
  /^(?!.*[关關][于於])[\p{Script=Han}、]{0,12}(?:文件|任免|人事|法规|法規|规章|規章|讲话|講話|解读|解讀|大事记|大事記|要闻|要聞|公告|通告|统计资料|政策文件|选登|選登)$/u;

export const isBracketedSection = (line: string): boolean => BRACKETED_SECTION.test(line);
export const isSection = (line: string): boolean => isBracketedSection(line) || SECTION.test(squeezed(line));

/** What stands above the entries: the gazette's name, the number and date, 目录. */
const HEADS: readonly RegExp[] = [
  /^《?\p{Script=Han}{2,30}公[报報]》?$/u,
  /^(?:\d{4}年?)?[（(]?(?:第|总第|總第)\d{1,4}[期号號][）)]?(?:[（(]总第\d{1,4}期[）)])?$/u,
  /^\d{4}年\d{1,2}月(?:\d{1,2}日)?(?:出版)?$/u,
  /^目[录錄次]$/u,
];
export const isHead = (line: string): boolean => HEADS.some((head) => head.test(squeezed(line)));

/** A line that is a docNumber, in brackets or not. */
export const isNumberLine = (line: string): boolean => isDocNumber(line) || isDocNumber(unbracketed(line));

const unbracketed = (line: string): string => squeezed(line).replace(/^[（(](.*)[）)]$/u, '$1');

/** The words a title ends with. */
export const TITLE_END =
  '通知|意见|意見|决定|決定|批复|批復|公告|通告|通报|通報|办法|辦法|规定|規定|条例|條例|细则|細則|方案|规划|規劃|计划|計劃|要点|要點|纲要|綱要|函|令|报告|報告|规则|規則|制度|名单|名單|任免|讲话|講話';
