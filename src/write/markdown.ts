import type { Issue, Measure } from '../model/index.js';
import { sheetContent } from './excel/blocks.js';
import { plainText } from './excel/cell-text.js';
import { ROLES } from './excel/columns.js';
import {
  deadlinesWording,
  flagsWording,
  headingWordings,
  placeWording,
  roleWording,
  textWording,
} from './excel/wording.js';

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
      const path = headingWordings(measure);
      const same = path.findIndex((one, level) => one !== open[level]);
      const started = same < 0 ? path.length : same;
      const titles = headingWordings(measure, 'body');
      for (const [level, title] of titles.entries()) {
        if (level < started) continue;
        parts.push(heading(level + (isOnly ? 2 : 3), title));
        // a heading of a list may hold sentences of its own: they follow it
        if (path[level] !== title) parts.push(...paragraphs(measure.path[level]?.text ?? ''));
      }
      open = path;
      parts.push(...measureParts(measure, issue));
    }
  }
  if (blocks.length === 0) parts.push(...paragraphs('本期没有识别出措施。'));
  if (notes.length > 0) parts.push('---', ...notes.flatMap(paragraphs));
  return `${parts.join('\n\n')}\n`;
}

function measureParts(measure: Measure, { source }: Issue): string[] {
  return [
    ...paragraphs(textWording(measure)),
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
