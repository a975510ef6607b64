import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Issue } from '../src/model/index.js';
import { runCli } from './support/cli.js';
import { folderForFile } from './support/folder.js';
import { ROOT } from './support/paths.js';
import { schemaErrors } from './support/schema.js';

/** Real gazettes and what a person read in them; they are no part of the project. */
const SHARED = join(ROOT, '../shared');
const isHere = existsSync(join(SHARED, 'corpus'));
if (!isHere) console.warn('skipped: the real gazettes (../shared) are not on this machine');

const STEM = 'ningxia-2020-11';
const GOLD = join(SHARED, 'gold', STEM);

const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
const score = (program: string, ...args: string[]): Record<string, number> =>
  JSON.parse(execFileSync(process.execPath, [join(SHARED, 'score', program), ...args, '--json'], { encoding: 'utf8' }));

/** documents.json as it was made by reading; widths of punctuation are folded. */
interface GoldDocument {
  title: string;
  document_number: string;
  issuer: string;
  date: string;
  addressees: string[];
  publicity: string;
  attachments: { no: number | null; title: string; omitted: boolean }[];
}
const wide = (text: string): string => text.replaceAll('(', '（').replaceAll(')', '）').replaceAll(',', '，');

describe.skipIf(!isHere)('a real issue of 46 pages', () => {
  const folder = folderForFile();
  beforeAll(() => {
    const { status, stderr } = runCli(
      ['convert', join(SHARED, `corpus/${STEM}.txt`), join(SHARED, `corpus/${STEM}.pdf`), '--out', folder],
      { cwd: ROOT },
    );
    expect(status, stderr).toBe(0);
  });

  describe.each([
    ['PDF', `${STEM}.json`],
    ['text', `${STEM}.txt.json`],
  ])('from its %s', (_, name) => {
    const issue = (): Issue => read<Issue>(join(folder, name));

    test.each([
      ['table', 52],
      ['body', 13],
    ])('every %s record that was checked by hand is right in every field', (layout, count) => {
      const result = score('score.mjs', join(folder, name), GOLD, '--layout', layout);
      expect(result).toMatchObject({ gold: count, allRight: count, wrongSilent: 0, characterErrorRate: 0 });
    });

    test('the documents are named, numbered, signed and dated as printed', () => {
      const gold = read<GoldDocument[]>(join(GOLD, 'documents.json'));
      expect(issue().documents.map(({ id, pages, lines, text, ...frame }) => frame)).toEqual(
        gold.map((document) => ({
          title: wide(document.title),
          docNumber: document.document_number,
          issuer: document.issuer,
          dateIssued: document.date,
          addressees: document.addressees.map(wide),
          publicity: document.publicity,
          attachments: document.attachments.map(({ no, title, omitted }) => ({
            number: no,
            title: wide(title),
            omitted,
          })),
        })),
      );
    });

    test('the whole list is found: 15 categories, 46 goals, 187 measures, the same goals in the text', () => {
      const { measures } = issue();
      const table = measures.filter((measure) => measure.origin === 'table');
      const numbers = (level: number): Set<string> =>
        new Set(
          table.map((measure) =>
            measure.path
              .slice(0, level)
              .map((item) => item.number)
              .join('.'),
          ),
        );
      expect([numbers(1).size, numbers(2).size, table.length]).toEqual([15, 46, 187]);
      const goals = measures.filter((measure) => measure.id.startsWith('d3.body'));
      expect(new Set(goals.map((goal) => `${goal.path[0]?.number}.${goal.number}`))).toEqual(numbers(2));
    });

    // found by comparing every goal by hand: 16 goals and a category in other words, three closed clauses to which the
    // list adds units, two named units that no row of the list has
    test('what text and list say differently is told, and nothing else of the issue', () => {
      const { flags } = issue();
      expect(flags.filter(({ code }) => code !== 'body-table-differs')).toEqual([]);
      const fields = flags.map(({ field }) => field.split('.').at(-1));
      const count = (field: string): number => fields.filter((one) => one === field).length;
      expect([count('text'), count('path[0]'), count('departments'), fields.length]).toEqual([16, 1, 5, 22]);
      const messages = flags.map(({ message }) => message).join('\n');
      for (const units of [
        '自治区地方金融监管局、宁夏银保监局',
        '「宁夏银保监局」',
        '自治区公安厅',
        '自治区发展改革委',
        '自治区政府办公厅',
      ]) {
        expect(messages).toContain(units);
      }
    });

    test('nothing is unplaced, and the output is as the schema says', () => {
      const { coverage } = issue();
      expect(coverage.unplaced).toBe(0);
      expect(coverage.measures + coverage.documents + coverage.furniture).toBe(coverage.glyphs);
      expect(schemaErrors()(issue())).toBeNull();
    });

    test('measures whose goal is not printed on their page say so', () => {
      const inherited = issue().measures.filter((measure) =>
        measure.flags.some(({ code }) => code === 'path-inherited'),
      );
      expect(inherited).toHaveLength(8);
    });
  });

  test('text and PDF give the same records', () => {
    const records = (name: string): unknown =>
      read<Issue>(join(folder, name)).measures.map(({ sources, flags, ...measure }) => measure);
    expect(records(`${STEM}.txt.json`)).toEqual(records(`${STEM}.json`));
  });
});

describe.skipIf(!isHere)('other real documents', () => {
  const folder = folderForFile();
  const names = isHere
    ? readdirSync(join(SHARED, 'corpus')).filter((name) => name.endsWith('.pdf') && !name.startsWith(STEM))
    : [];
  beforeAll(() => {
    const files = names.map((name) => join(SHARED, 'corpus', name));
    const { status, stderr } = runCli(['convert', ...files, '--out', folder], { cwd: ROOT });
    expect(status, stderr).toBe(0);
  });

  test.each(names)('%s converts as the schema says, with nothing lost', (name) => {
    const issue = read<Issue>(join(folder, name.replace(/\.pdf$/u, '.json')));
    expect(schemaErrors()(issue)).toBeNull();
    expect(issue.coverage.unplaced).toBe(0);
  });

  test('a list of seven columns: every task that was checked by hand is right in every field', () => {
    const stem = 'zhejiang-ai-tasks-2026';
    const result = score('list.mjs', join(folder, `${stem}.json`), join(SHARED, 'gold', stem, 'list.json'));
    expect(result).toMatchObject({ gold: 24, found: 113, allRight: 24, wrongSilent: 0 });
  });
});
