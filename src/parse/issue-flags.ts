// Flags of the issue as a whole: what a page holds that is in no record.
import type { Flag } from '../model/index.js';
import type { PageNote, Repaired } from '../repair/index.js';
import type { Glyph } from '../text/glyph.js';
import { sourcesOf } from './sources.js';

/** @param unplaced glyphs that no field took */
export const issueFlags = (repaired: Repaired, unplaced: readonly Glyph[]): Flag[] => [
  ...repaired.pageNotes.map((note): Flag => ({ field: `page ${note.page}`, ...noteFlag(note) })),
  ...unreadFlags(repaired),
  ...unplacedFlags(withoutUnreadable(repaired, unplaced)),
];

/** What a font says nothing of is told by its page's flag. */
function withoutUnreadable({ unreadable }: Repaired, unplaced: readonly Glyph[]): Glyph[] {
  const told = new Set(unreadable);
  return unplaced.filter((glyph) => !told.has(glyph));
}

function noteFlag(note: PageNote): Omit<Flag, 'field'> {
  if (note.what === 'unreadable') {
    const message = `本页有${note.glyphs}个字的字体没有文字编码，无法读出，未转换。请换用其他版本的文件，或先做文字识别（OCR）`;
    return { code: 'text-unreadable', severity: 'error', message };
  }
  if (note.what === 'unknown') {
    const message = `本页有${note.glyphs}个字，文件未说明是什么字，文中以“�”或生僻字码代替，请与原件核对`;
    return { code: 'text-unreadable', severity: 'check', message };
  }
  if (note.what === 'picture-only') {
    return { code: 'page-without-text', severity: 'error', message: '本页是图片，没有文字，未转换' };
  }
  if (note.what === 'picture') {
    const [left, top, right, bottom] = note.bbox;
    const message = `此处是图片，图中如有文字则未转换：左上角(${left}, ${top})，右下角(${right}, ${bottom})`;
    return { code: 'picture-without-text', severity: 'check', message };
  }
  if (note.what === 'damaged') {
    const message = '本页数据有损坏，文字可能有缺漏或错误，请与原件核对';
    return { code: 'page-damaged', severity: 'check', message };
  }
  if (note.what === 'mixed') {
    const message = '此页左右两栏的文字逐行交错，顺序无法还原。请改用 PDF，或用 pdftotext -layout 重新提取';
    return { code: 'order-uncertain', severity: 'error', message };
  }
  if (note.what === 'other-direction') {
    const message = `本页有${note.glyphs}个字的方向与正文不同，其先后次序和所在位置可能有误，请与原件核对`;
    return { code: 'order-uncertain', severity: 'check', message };
  }
  const message = '本页是扫描件，文字来自文字识别（OCR），可能有误';
  return { code: 'text-recognised', severity: 'check', message };
}

/** Lists that a person must enter by hand: their headers were seen, no table could be read. */
const unreadFlags = ({ unreadTables }: Repaired): Flag[] =>
  unreadTables.map(({ page, header }) => {
    const [place] = sourcesOf('', header);
    const field = place && 'line' in place ? `line ${place.line}` : `page ${page}`;
    const message = `此处有任务清单的表头，但未能读出表格，清单未转换：${header.text.trim()}`;
    return { code: 'column-unrecognised', field, severity: 'error', message };
  });

/** What no field took, by page. */
function unplacedFlags(unplaced: readonly Glyph[]): Flag[] {
  const pages = new Map<number, string>();
  for (const glyph of unplaced) pages.set(glyph.page, (pages.get(glyph.page) ?? '') + glyph.text);
  return [...pages].map(([page, text]) => ({
    code: 'text-unplaced',
    field: `page ${page}`,
    severity: 'check',
    message: `未归入任何记录：${text}`,
  }));
}
