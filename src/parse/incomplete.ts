// Documents of which the file holds a part: it begins or ends within them.
import type { Flag, GazetteDocument } from '../model/index.js';
import type { BodyMeasure } from './body.js';
import type { DocumentParts } from './documents.js';
import type { Item } from './items.js';
import { levelOf } from './levels.js';

/** Flags of the issue: the first document without its beginning, any without its end. */
export function incompleteFlags(found: readonly DocumentParts[], documents: readonly GazetteDocument[]): Flag[] {
  const flag = (field: string, message: string): Flag => ({
    code: 'document-incomplete',
    field,
    severity: 'check',
    message,
  });
  const [first] = documents;
  const flags: Flag[] = [];
  if (first && found[0]?.isHeadless)
    flags.push(flag(`${first.id}.title`, '文件从一件公文的中间开始，标题和发文字号不在文件中'));
  // where others are dated, one without a date has lost its end
  const [undated, ...others] = documents.filter(({ dateIssued }) => dateIssued === null);
  if (undated?.docNumber && others.length === 0 && documents.length > 1) {
    const message = `${undated.docNumber}没有成文日期，可能只有前一部分：${undated.title}`;
    flags.push(flag(`${undated.id}.dateIssued`, message));
  }
  return flags;
}

/** Items before the first heading of a document that the file begins within: theirs stands on a page that is not there. */
export function flagHeadless(items: readonly Item[], body: readonly BodyMeasure[]): void {
  const outermost = Math.min(levelOf('han'), ...items.map(({ numbering }) => levelOf(numbering.style)));
  const at = items.findIndex(({ numbering }) => levelOf(numbering.style) <= outermost);
  const below = new Set((at < 0 ? items : items.slice(0, at)).flatMap(paragraphsOf));
  for (const { measure, paragraph } of body) {
    if (!below.has(paragraph)) continue;
    const message = '文件从公文的中间开始，本条的上级标题不在文件中';
    measure.flags.push({ code: 'document-incomplete', field: 'path', severity: 'check', message });
  }
}

const paragraphsOf = (item: Item): Item['paragraph'][] => [item.paragraph, ...item.children.flatMap(paragraphsOf)];
