// Titles of documents that say of themselves what they are.
import { bareShadow } from './shadow.js';

const KIND = '(?:通知|意见|决定|批复|公告|通告|通报|函|报告|议案|命令|令|办法|规定|方案)(?:（[^）]{1,12}）)?';
const ORGAN_END = '(?:政府|办公厅|办公室|委员会|指挥部|领导小组|国务院|[厅局委部署院会行])';
const WHOLE = new RegExp(`^\\p{Script=Han}{2,40}?(?:关于|印发|转发|批转|公布).{2,}${KIND}$`, 'u');
const OF_ORGAN = new RegExp(`^\\p{Script=Han}{2,38}?${ORGAN_END}(?:关于|印发|转发|批转)`, 'u');
const PROCLAMATION = /^\p{Script=Han}{2,28}?(?:政府|委员会|国务院|[厅局])(?:公告|通告)$/u;
const ORGAN = new RegExp(`^\\p{Script=Han}{2,30}${ORGAN_END}$`, 'u');

/** …人民政 | 府办公厅关于…: the rest of an organ's name, whose beginning stands on the line above. */
const REST_OF_ORGAN = /^[省市区县州盟旗]?(?:人?民?政?府|办?公[厅室]|委?员会|[厅室]关于)/u;

/** 某市人民政府关于…的通知, 关于…的意见: the words of a title from its beginning to its end. */
export const isWholeTitle = (text: string): boolean =>
  WHOLE.test(bareShadow(text)) && !REST_OF_ORGAN.test(bareShadow(text));

/** The same with the organ that issues it; 某市人民政府公告 too. */
export const isTitleOfOrgan = (text: string): boolean => {
  const title = bareShadow(text);
  return (WHOLE.test(title) && OF_ORGAN.test(title)) || PROCLAMATION.test(title);
};

/** A line that is the name of an organ. */
export const isOrganLine = (text: string): boolean => ORGAN.test(bareShadow(text));
