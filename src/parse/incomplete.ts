// Documents whose beginning or end is not in the file.
import type { Flag, GazetteDocument } from '../model/index.js';
import { numberingOf } from '../text/numbering.js';
import type { DocumentParts } from './documents.js';

/** What a page that is lost takes away: the head of the file's first document, or signature and date of any. */
export function incompleteFlags(found: readonly DocumentParts[], documents: readonly GazetteDocument[]): Flag[] {
  const areNumbered = documents.some(({ docNumber }) => docNumber !== null);
  return found.flatMap((parts, index): Flag[] => {
    const document = documents[index] as GazetteDocument;
    const flag = (field: string, message: string): Flag => ({
      code: 'document-incomplete',
      field: `${document.id}.${field}`,
      severity: 'check',
      message,
    });
    // a number is given with the date of the document
    if (parts.docNumber && !parts.dateIssued) {
      const message = `没有找到${document.docNumber}的成文日期，公文末尾可能缺失：${document.title}`;
      return [flag('dateIssued', message)];
    }
    if (index > 0 || parts.docNumber || !areNumbered) return [];
    const sign = headSign(parts);
    return sign ? [flag('title', `首件公文${sign}，开头可能缺失：「${openingOf(parts)}」`)] : [];
  });
}

/** How the first document shows that it goes on from a page that is not there; null where it may begin so. */
function headSign({ title, blocks }: DocumentParts): string | null {
  const first = blocks.find(({ kind }) => kind === 'paragraph');
  if (title.length === 0) return '没有标题';
  const numbered = blocks.flatMap((block) => (block.kind === 'paragraph' ? (numberingOf(block.text.text) ?? []) : []));
  const [number] = numbered;
  if (number && number.value > 1) return `从编号${number.number}开始`;
  return first && /^[，。；：、）]/u.test(first.kind === 'paragraph' ? first.text.text : '') ? '从句中开始' : null;
}

const openingOf = ({ title, blocks }: DocumentParts): string => {
  const [first] = blocks;
  const text = title.length > 0 ? title.text : first?.kind === 'paragraph' ? first.text.text : '';
  return text.slice(0, 20);
};
