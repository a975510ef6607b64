import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { buildHtml, buildPages, buildText, buildTruth, STEM } from '../fixtures/sample/sample.mjs';
import { deadlineSchema, documentSchema, issueIdentitySchema, measureSchema } from '../src/model/index.js';

const file = (path: string) => new URL(`../${path}`, import.meta.url);
const committedText = readFileSync(file(`fixtures/sample/${STEM}.txt`), 'utf8');
const committedTruth: unknown = JSON.parse(readFileSync(file(`fixtures/sample/${STEM}.json`), 'utf8'));

const truthSchema = z.strictObject({
  issue: issueIdentitySchema,
  documents: z.array(documentSchema),
  measures: z.array(
    measureSchema
      .omit({ sources: true, flags: true })
      .extend({ deadlines: z.array(deadlineSchema.omit({ edtf: true })) }),
  ),
});
const truth = truthSchema.parse(committedTruth);
const pages = buildPages();
const tables = pages.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));

/**
 * Radicals that the PDF's fonts give for ideographs and that normalization leaves, or makes another ideograph of
 * (⼾ becomes 戶, the issue has 户): all that the issue has.
 */
const RADICALS: Record<string, string> = {
  戶: '户',
  '⺠': '民',
  '⻅': '见',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
};

/** Text without spaces, with one width of punctuation and ideographs for radicals: what all forms of the issue share. */
const fold = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[\u2e80-\u2eff戶]/gu, (radical) => RADICALS[radical] ?? radical);

describe('the sample issue is made from its records', () => {
  test('the committed text is what the records give', () => {
    expect(buildText()).toBe(committedText);
  });

  test('the committed truth is what the records give', () => {
    expect(buildTruth()).toEqual(committedTruth);
  });

  test('the committed PDF holds the same characters as the typeset pages, page by page', async () => {
    const data = new Uint8Array(readFileSync(file(`input/${STEM}.pdf`)));
    expect(data.length).toBeLessThan(700_000);
    const pdf = await getDocument({ data, verbosity: 0 }).promise;
    const sections = buildHtml().split('<section').slice(1);
    expect(pdf.numPages).toBe(sections.length);
    for (const [index, section] of sections.entries()) {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent();
      const printed = items.map((item) => ('str' in item ? item.str : '')).join('');
      const typeset = section.replace(/<[^>]*>|^[^>]*>/gu, '');
      expect([...fold(printed)].sort().join(''), `page ${index + 1}`).toBe([...fold(typeset)].sort().join(''));
    }
  });
});

describe('the truth of the sample issue agrees with itself', () => {
  test('an id is the document, the origin and the numbers of path and measure', () => {
    for (const { id, documentId, origin, path, number } of truth.measures) {
      expect(id).toBe([documentId, origin, ...path.map((item) => item.number), number].join('.'));
    }
    expect(new Set(truth.measures.map(({ id }) => id)).size).toBe(truth.measures.length);
    const ids = truth.documents.map(({ id }) => id);
    expect(truth.measures.filter(({ documentId }) => !ids.includes(documentId))).toEqual([]);
  });

  test('the numbers under one heading count up from one', () => {
    const children = new Map<string, Set<string>>();
    for (const { id } of truth.measures) {
      const parts = id.split('.');
      for (let depth = 2; depth < parts.length; depth++) {
        const heading = parts.slice(0, depth).join('.');
        children.set(heading, (children.get(heading) ?? new Set()).add(parts[depth] ?? ''));
      }
    }
    for (const [heading, numbers] of children) {
      const found = [...numbers].join('');
      const order = /^\d/u.test(found) ? '123456789' : '一二三四五六七八九';
      expect(found, heading).toBe(order.slice(0, found.length));
    }
  });

  test('a title is the first sentence of the text, without 。', () => {
    for (const { title, text, path } of truth.measures) {
      for (const item of [{ title, text }, ...path]) {
        expect(item.title).not.toContain('。');
        expect(item.text === item.title || item.text.startsWith(`${item.title}。`), item.text).toBe(true);
      }
    }
  });

  test('texts are clean: no spaces, no half-width punctuation, no radicals, no closing clause', () => {
    for (const { text } of [...truth.measures, ...truth.measures.flatMap(({ path }) => path)]) {
      expect(text).not.toMatch(/[\s,:;()\u2e80-\u2fdf]|责任单位|完成时限|负责[)）\]]|牵头[)）]/u);
    }
  });

  test('a department has its printed name, with the prefix 省 where it is shared', () => {
    for (const { name, raw } of truth.measures.flatMap(({ departments, path }) => [
      ...departments,
      ...path.flatMap(({ leads }) => leads),
    ])) {
      expect([raw, `省${raw}`]).toContain(name);
    }
  });

  test('what the truth says is printed: texts, deadlines and departments', () => {
    const rows = tables.flatMap(({ rows }) => rows);
    const cells = rows.map(({ measure, department }) =>
      fold([...measure, ...department].map((line) => line.text).join('')),
    );
    const [body, table] = ['body', 'table'].map((origin) => truth.measures.filter((m) => m.origin === origin));
    for (const { id, text, documentId, deadlines, departments } of body ?? []) {
      // A heading on a line of its own is printed without the 。 that joins it to its paragraph.
      const printed = fold(truth.documents.find((document) => document.id === documentId)?.text ?? '');
      const withoutHeading = text.slice(text.indexOf('。') + 1);
      expect(printed.includes(fold(text)) || printed.includes(fold(withoutHeading)), id).toBe(true);
      for (const { raw } of [...deadlines, ...departments]) expect(printed, id).toContain(fold(raw));
    }
    let row = 0;
    for (const { id, number, text, deadlines, departments } of table ?? []) {
      const whole = fold(`(${number})${text}`);
      let cell = cells[row++] ?? '';
      if (!cell.startsWith(whole)) {
        // The row that a page break cuts: the rest stands in the first row of the next page.
        const [upper, lower] = [rows[row - 1], rows[row++]];
        cell = fold([upper, lower].flatMap((r) => r?.measure.map((line) => line.text) ?? []).join(''));
        cell += fold([upper, lower].flatMap((r) => r?.department.map((line) => line.text) ?? []).join(''));
      }
      expect(cell.startsWith(whole), id).toBe(true);
      for (const { raw } of [...deadlines, ...departments]) expect(cell, id).toContain(fold(raw));
    }
    expect(row).toBe(rows.length);
  });
});

describe('the sample issue shows what the system is for', () => {
  test('merged cells cover every row of each page', () => {
    for (const { rows } of tables) {
      for (const column of ['category', 'goal'] as const) {
        expect(rows.reduce((sum, row) => sum + (row[column]?.rowSpan ?? 0), 0)).toBe(rows.length);
      }
    }
  });

  test('a merged cell goes on over a page break repeated, left blank, and with its row cut', () => {
    const seams = tables.slice(1).map(({ rows: [first] }) => ({
      category: first?.category?.lines.length !== 0,
      goal: first?.goal?.lines.length !== 0,
      cut: first?.department.length === 0,
    }));
    expect(seams).toEqual([
      { category: true, goal: true, cut: false },
      { category: true, goal: false, cut: false },
      { category: false, goal: false, cut: true },
    ]);
  });

  test('deadlines of many kinds and departments of all roles occur', () => {
    const kinds = new Set(truth.measures.flatMap(({ deadlines }) => deadlines.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual(['by', 'duration', 'immediate', 'long-term', 'recurring', 'within']);
    const roles = new Set(truth.measures.flatMap(({ departments }) => departments.map(({ role }) => role)));
    expect([...roles].sort()).toEqual(['lead', 'responsible', 'support']);
    expect(truth.measures.some(({ openEnded }) => openEnded)).toBe(true);
  });

  test('the text has layout spaces, half-width punctuation, and furniture on some pages only', () => {
    expect(committedText).toMatch(/市、县 \(区\)/u);
    expect(committedText).toMatch(/\p{sc=Han} “/u);
    expect(committedText).toMatch(/\p{sc=Han} \p{sc=Han} \p{sc=Han}/u);
    expect(committedText).not.toMatch(/[，：；（）\f]/u);
    for (const furniture of [/^—\d+—$/gmu, /^《青澜省人民政府公报》/gmu]) {
      const count = committedText.match(furniture)?.length ?? 0;
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThan(pages.length);
    }
  });
});
