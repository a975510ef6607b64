import type { Issue, Measure, PathItem } from '../model/index.js';
import { sheetContent } from './excel/blocks.js';
import { numbered, plainText } from './excel/cell-text.js';
import { ROLES } from './excel/columns.js';
import { deadlinesWording, flagsWording, pathWording, placeWording, roleWording } from './excel/wording.js';

/** Markdown knows no deeper heading. */
const MOST_LEVELS = 6;

/**
 * STEM.md: the measures that the workbook shows, for reading: title, documents, headings, and under each measure its
 * deadline, units, page and what to check. CommonMark; texts are escaped, so that none of them becomes markup.
 */
export function toMarkdown(issue: Issue): string {
  const { title, subtitle, blocks, notes } = sheetContent(issue);
  const parts = [heading(1, title), ...paragraphs(subtitle), ...items([['来源', issue.source.file]])];
  for (const block of blocks) {
    const isOnly = blocks.length === 1;
    if (!isOnly) parts.push(heading(2, block.title), ...paragraphs(block.details.join('　')));
    let open: string[] = [];
    for (const measure of block.measures) {
      const path = measure.path.map((item) => pathWording(item, measure.origin));
      const same = path.findIndex((one, level) => one !== open[level]);
      const started = same < 0 ? path.length : same;
      for (const [level, item] of measure.path.entries()) {
        if (level >= started) parts.push(...headingParts(level + (isOnly ? 2 : 3), item, measure.origin));
      }
      open = path;
      parts.push(...measureParts(measure, issue));
    }
  }
  if (blocks.length === 0) parts.push(...paragraphs('本期没有识别出措施。'));
  if (notes.length > 0) parts.push('---', ...notes.flatMap(paragraphs));
  return `${parts.join('\n\n')}\n`;
}

/** A heading of a list may hold sentences of its own: they follow it. */
function headingParts(level: number, item: PathItem, origin: Measure['origin']): string[] {
  const title = pathWording(item, 'body');
  return [heading(level, title), ...(pathWording(item, origin) === title ? [] : paragraphs(item.text))];
}

function measureParts(measure: Measure, { source }: Issue): string[] {
  return [
    ...paragraphs(numbered(measure.number, measure.text)),
    ...items([
      ['完成时限', deadlinesWording(measure)],
      ...ROLES.map(({ role, heading }): [string, string] => [heading, roleWording(measure, role)]),
      ...Object.entries(measure.extra ?? {}),
      [source.kind === 'text' ? '行号' : '页码', String(placeWording(measure, source))],
      ['核查', flagsWording(measure.flags)],
    ]),
  ];
}

const heading = (level: number, text: string): string =>
  `${'#'.repeat(Math.min(level, MOST_LEVELS))} ${escaped(plainText(text).replace(/\s+/g, ' '))}`;

const paragraphs = (text: string): string[] => linesOf(text).map(escaped);

/** One list of names and values; those without a value are left out. */
function items(pairs: readonly (readonly [string, string])[]): string[] {
  const lines = pairs
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `- **${escaped(name)}**：${linesOf(value).map(escaped).join('；')}`);
  return lines.length > 0 ? [lines.join('\n')] : [];
}

const linesOf = (text: string): string[] =>
  plainText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What has a meaning anywhere in a line, or only at its beginning, or in addresses, which some readers make links. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>&~|$^#]/g, '\\$&')
    .replace(/^[+=-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/(https?|ftp):(?=\/\/)/gi, '$1\\:')
    .replace(/(www)\.(?=\S)/gi, '$1\\.');
}
