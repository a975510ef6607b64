// LibreOffice opens the workbooks and gives the same cells back; their parts are in the order that Excel insists on.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { inventIssue } from '../fixtures/typesetter/invent/issue.js';
import { availableProducers, extensionOf, type Job, typeset } from '../fixtures/typesetter/typeset.js';
import { convertIssue } from '../src/index.js';
import { toWorkbook } from '../src/write/excel.js';
import { folderForFile } from './support/folder.js';
import { madeUpIssue } from './support/issue.js';
import { ROOT } from './support/paths.js';
import { openBytes, valuesOf } from './support/workbook.js';

/** More where CI asks for them. */
const GENERATED = Number(process.env.GONGBAO_WORKBOOKS ?? 6);
const CORPUS = join(ROOT, '../shared/corpus');
const MINUTES = 60_000;

const office = spawnSync('soffice', ['--version']).status === 0;
if (!office) console.warn('workbook-libreoffice: LibreOffice (soffice) is missing, it does not open the workbooks');
if (!existsSync(CORPUS)) console.warn('workbook-libreoffice: the real gazettes (../shared) are not on this machine');

/** The order of CT_Worksheet (ECMA-376 part 1, 18.3.1.99), as far as exceljs writes it. */
const PARTS = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'autoFilter', 'mergeCells'],
  ...['conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup'],
  ...['headerFooter', 'rowBreaks', 'drawing', 'legacyDrawing', 'tableParts', 'extLst'],
];

/** Of CT_SheetPr, 18.3.1.82. */
const SHEET_PROPERTIES = ['tabColor', 'outlinePr', 'pageSetUpPr'];

function expectOrder(found: readonly string[], known: readonly string[]): void {
  const places = found.map((name) => known.indexOf(name));
  expect(places, `${found}`).not.toContain(-1);
  expect(places, `${found}`).toEqual([...places].sort((a, b) => a - b));
}

describe('made-up and real issues', () => {
  const folder = folderForFile();
  const inputs = join(folder, 'in');
  const books = join(folder, 'books');

  beforeAll(async () => {
    mkdirSync(inputs);
    mkdirSync(books);
    const producers = availableProducers().filter((producer) => producer === 'pdfkit' || producer === 'handwritten');
    const jobs = Array.from({ length: GENERATED }, (_, index): Job => {
      const measures = { min: 1, max: 1 + ((index * 37) % 160) };
      const issue = inventIssue(9, index, {
        producers,
        documents: { min: 1, max: 4 },
        measures,
        layout: { defect: 'none' },
      });
      return { ...issue, file: join(inputs, `${index}.${extensionOf(issue.layout)}`) };
    });
    await typeset(jobs);
    const files = readdirSync(inputs).map((name) => join(inputs, name));
    if (existsSync(CORPUS)) files.push(...readdirSync(CORPUS).map((name) => join(CORPUS, name)));
    for (const file of files) {
      const { name, ext } = parse(file);
      writeFileSync(join(books, `${name}${ext.replace('.', '-')}.xlsx`), await toWorkbook(await convertIssue(file)));
    }
    writeFileSync(join(books, 'made-up.xlsx'), await toWorkbook(madeUpIssue()));
  }, 10 * MINUTES);

  test('every part of a sheet is where Excel expects it, every table names its columns', () => {
    const names = readdirSync(books);
    expect(names.length).toBeGreaterThan(GENERATED);
    for (const name of names) {
      const parts = unzipSync(readFileSync(join(books, name)));
      for (const [path, bytes] of Object.entries(parts)) {
        if (!path.startsWith('xl/worksheets/sheet')) continue;
        const xml = strFromU8(bytes);
        expectOrder(elementsIn(/<sheetPr>(.*?)<\/sheetPr>/.exec(xml)?.[0] ?? '<sheetPr></sheetPr>'), SHEET_PROPERTIES);
        const found = elementsIn(xml);
        expect(
          found.filter((part) => !PARTS.includes(part)),
          `${name} ${path}`,
        ).toEqual([]);
        const order = found.map((part) => PARTS.indexOf(part));
        expect(order, `${name} ${path}: ${found}`).toEqual([...order].sort((a, b) => a - b));
      }
      const tables = Object.keys(parts).filter((path) => /^xl\/tables\/.+\.xml$/.test(path));
      expect(tables.length, name).toBeLessThanOrEqual(1);
      for (const path of tables) {
        const columns = [...strFromU8(parts[path] as Uint8Array).matchAll(/<tableColumn [^>]*name="([^"]*)"/g)];
        const headings = columns.map(([, heading]) => heading);
        expect(headings.length).toBeGreaterThan(10);
        expect(new Set(headings).size, name).toBe(headings.length);
      }
    }
  });

  test.skipIf(!office)(
    'LibreOffice opens them and gives back the same cells',
    async () => {
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      const names = readdirSync(books);
      const args = [profile, '--headless', '--convert-to', 'xlsx', '--outdir', join(folder, 'back')];
      const { status } = spawnSync('soffice', [...args, ...names.map((name) => join(books, name))]);
      expect(status).toBe(0);
      let cells = 0;
      for (const name of names) {
        const written = valuesOf(await openBytes(readFileSync(join(books, name))));
        const back = valuesOf(await openBytes(readFileSync(join(folder, 'back', name))));
        cells += written.size;
        const differing = [...new Set([...written.keys(), ...back.keys()])].filter(
          (address) => written.get(address) !== back.get(address),
        );
        expect(
          differing.slice(0, 5).map((address) => [address, written.get(address), back.get(address)]),
          name,
        ).toEqual([]);
      }
      expect(cells).toBeGreaterThan(1000 * names.length);
      console.log(`workbook-libreoffice: ${names.length} workbooks, ${cells} cells`);
    },
    15 * MINUTES,
  );
});

/** The names of the elements right below the root, in their order. */
function elementsIn(xml: string): string[] {
  const names: string[] = [];
  let depth = 0;
  for (const [tag, name] of xml.matchAll(/<\/?([\w:]+)[^>]*>/g)) {
    if (tag.startsWith('</')) depth--;
    else {
      if (depth === 1) names.push(name ?? '');
      if (!tag.endsWith('/>')) depth++;
    }
  }
  return names;
}
