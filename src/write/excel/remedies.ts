import type { Flag, FlagCode } from '../../model/index.js';

/** What to do about a flag, for the sheet 核查. */
export function remedyOf({ code, severity }: Flag): string {
  return severity === 'note' ? '仅供参考，一般无须处理' : REMEDIES[code];
}

const REMEDIES: Readonly<Record<FlagCode, string>> = {
  'number-gap': '对照原文：是原文跳号，还是漏了措施，或一格内有几条措施；确属缺漏的，手工补上',
  'number-repeated': '对照原文：是原文重号，还是一行被切成两行，或中间缺了标题',
  'path-inherited': '对照原文，确认上级标题',
  'row-joined': '对照说明中所列各页，确认文字的起止',
  'repeat-differs': '对照两处文字，确定以哪一处为准',
  'body-table-differs': '对照正文与清单，确定以哪一处为准',
  'deadline-ambiguous': '查看说明中的另一种理解，确定日期',
  'deadline-unparsed': '按原文手工填写时限',
  'year-inferred': '补填年份',
  'department-unknown': '对照原文，确认责任单位',
  'department-prefix-inferred': '对照原文，确认单位全称',
  'column-unrecognised': '查看说明和“其他栏目”，判断是否需要；清单没有读出的，手工录入或换用有框线的 PDF',
  'text-unreadable': '对照原文补正；整页不可读的，换用其他版本的文件，或先做文字识别（OCR）',
  'text-unplaced': '查对该页，看是否有遗漏的措施',
  'page-without-text': '先做文字识别（OCR），或手工录入该页',
  'picture-without-text': '看图中是否有文字，有则手工录入',
  'text-recognised': '与原页核对文字',
  'page-damaged': '重新获取文件，或与原件核对该页',
  'order-uncertain': '与原件核对文字的次序和起止',
  'contents-differs': '对照目录与正文；没有找到的公文可能并入了前一件',
  'page-missing': '取得完整的文件，或确认文件本就缺页',
  'document-incomplete': '查看是否缺页，补上标题或日期',
  corrected: '人工更正过，原来的内容见说明',
  'correction-unmatched': '原来的内容已与更正时不同：查看后重新更正，或在核对页面中撤销',
  'date-doubtful': '对照原文，查是否印错',
};
