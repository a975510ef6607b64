// Lines that say by their words what they are.

import { shadow } from '../text/shadow.js';

/** 附件, 附件1, 附件：… */
const ATTACHMENT = /^附\s*件\s*(?:$|[\d一二三四五六七八九十:：])/u;
/** 联系人：… 联系电话：… */
const LABEL = /^\s*(?:\p{Script=Han}\s*){2,6}[:：]/u;
/** 责任单位：… and 完成时限：… on lines of their own. */
const CLAUSE_LABEL = /^\s*(?:责任|牵头|配合|完成|主办|协办|参与)\s*(?:单位|部门|时限|时间|期限)\s*[:：]/u;
/** Who is addressed stands above the text and ends with a colon; a lead-in (现将…如下：) addresses nobody. */
const ADDRESSED =
  /^(?!\s*[（(【〔[])[^。；;]{2,120}(?:政府|部门|机构|单位|厅|局|委|办|院|校|公司|企业|会|处)[）)]?[:：]$/u;
const LEAD_IN = /(?:如下|下列|以下|通知|要求|其中)[^:：]{0,6}[:：]$/u;

export const isAttachment = (text: string): boolean => ATTACHMENT.test(text);
export const isLabel = (text: string): boolean => LABEL.test(text);
/** @param text in simplified characters */
export const isClauseLabel = (text: string): boolean => CLAUSE_LABEL.test(text);
export const isAddress = (text: string): boolean => ADDRESSED.test(text) && !LEAD_IN.test(text);
/** （2012年9月19日某省第十一届人民代表大会…: when and by whom a regulation was adopted begins below its title. */
export const isAdoption = (text: string): boolean =>
  /^\s*[（(]\s*\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:经|由)?\p{Script=Han}{2,30}(?:人民代表|会议|令第)/u.test(
    shadow(text),
  );
/** Who signs stands above the date: a name without punctuation. */
export const isSignatureLine = (text: string): boolean => /^\s*[\p{Script=Han}\s]{4,40}$/u.test(text);
/** 专栏1 …: the title of a box. */
export const isBoxTitle = (text: string): boolean =>
  /^专\s*栏\s*[\d一二三四五六七八九十]*\s*[:：]?[^，。；：]{0,30}$/u.test(shadow(text.trim()));
