import type { FlagCode } from '../../../model/index.js';
import type { Language } from './words.js';

/** What a flag is about, in a few words; its message says more, in Chinese. */
export const FLAG_LABELS: Readonly<Record<FlagCode, Readonly<Record<Language, string>>>> = {
  'number-gap': { zh: '缺号', en: 'number missing' },
  'number-repeated': { zh: '重号', en: 'number repeated' },
  'path-inherited': { zh: '标题承前', en: 'heading goes on' },
  'row-joined': { zh: '拼接', en: 'row put together' },
  'repeat-differs': { zh: '重印不同', en: 'printed twice, differing' },
  'body-table-differs': { zh: '正文与清单不同', en: 'text and list differ' },
  'deadline-ambiguous': { zh: '时限有歧义', en: 'deadline has two readings' },
  'deadline-unparsed': { zh: '时限未识别', en: 'deadline not understood' },
  'year-inferred': { zh: '年份推定', en: 'year inferred' },
  'department-unknown': { zh: '单位存疑', en: 'department doubtful' },
  'department-prefix-inferred': { zh: '单位前缀补全', en: 'prefix restored' },
  'column-unrecognised': { zh: '栏目未识别', en: 'column not recognised' },
  'text-unreadable': { zh: '文字不可读', en: 'text unreadable' },
  'text-unplaced': { zh: '文字未归位', en: 'text in no record' },
  'page-without-text': { zh: '无文字页', en: 'page without text' },
  'picture-without-text': { zh: '图片', en: 'picture' },
  'text-recognised': { zh: '识别文字', en: 'recognised text' },
  'page-damaged': { zh: '页面损坏', en: 'page damaged' },
  'order-uncertain': { zh: '顺序存疑', en: 'order uncertain' },
  'contents-differs': { zh: '与目录不符', en: 'contents differ' },
  'page-missing': { zh: '缺页', en: 'page missing' },
  'document-incomplete': { zh: '公文不全', en: 'document incomplete' },
  'date-doubtful': { zh: '日期存疑', en: 'date doubtful' },
  corrected: { zh: '已更正', en: 'corrected' },
  'correction-unmatched': { zh: '更正未套用', en: 'correction left out' },
};
