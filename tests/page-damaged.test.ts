import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { convertIssue, inspectSource } from '../src/convert.js';
import { folderWith } from './support/folder.js';
import { NOTICE, onePage, type PdfObject, pdfOf, stream } from './support/hostile.js';
import { type Edit, mutate } from './support/mutate.js';
import { ROOT } from './support/paths.js';

const flagsOf = async (content: PdfObject | Buffer) => {
  const pdf = Buffer.isBuffer(content) ? content : onePage({ content });
  return (await convertIssue(pdf)).flags.filter(({ code }) => code === 'page-damaged');
};

const TEXT = `${NOTICE}\n${'BT /F1 12 Tf 72 600 Td (It reports every year.) Tj ET\n'.repeat(3)}`;
const packed = deflateSync(TEXT, { level: 0 });
const flate = (data: Uint8Array): PdfObject => ({ dictionary: '/Filter /FlateDecode', data });

describe('a page whose data is damaged is flagged for a person to look at', () => {
  test.each<[string, PdfObject]>([
    ['an operator that is none', stream(`${TEXT} BT /F1 12 Tf 72 500 Td (lost) Tq ET`)],
    ['an operator without its operands', stream(`${TEXT} BT /F1 12 Tf Td (here) Tj ET`)],
    ['a string that does not end', stream(`${TEXT} BT /F1 12 Tf 72 500 Td (lost Tj ET`)],
    ['a font that is not there', stream(TEXT.replace('/F1', '/F9'))],
    ['a form that is not there', stream(`${TEXT} /Y Do`)],
    ['a compressed stream cut off', flate(packed.subarray(0, -30))],
    ['other content than its checksum says', flate(Buffer.from(packed).fill('X', 40, 41))],
  ])('%s', async (_, content) => {
    expect(await flagsOf(content)).toEqual([
      {
        code: 'page-damaged',
        field: 'page 1',
        severity: 'check',
        message: '本页数据有损坏，文字可能有缺漏或错误，请与原件核对',
      },
    ]);
  });

  test('inspect shows it', async () => {
    expect(await inspectSource(onePage({ content: flate(packed.subarray(0, -30)) }), 'pages')).toMatchObject([
      { page: 1, damaged: true },
    ]);
  });
});

/** A PDF whose cross-reference leads to a wrong place for one object. */
function withWrongEntry(pdf: Buffer, object: number): Buffer {
  let entry = 0;
  const text = pdf
    .toString('latin1')
    .replace(/\d{10} 00000 n/g, (right) => (++entry === object ? '0000000030 00000 n' : right));
  return Buffer.from(text, 'latin1');
}

describe('what pdf.js does not find', () => {
  test('the content of a page: flagged, not taken for an empty page', async () => {
    const pages = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 2 /Kids [3 0 R 4 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /Font << /F1 7 0 R >> >> >>',
      '<< /Type /Page /Parent 2 0 R /Contents [6 0 R] /Resources << /Font << /F1 7 0 R >> >> >>',
      stream(NOTICE),
      stream(NOTICE.replace('city', 'other city')),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ]);
    expect(await flagsOf(pages)).toEqual([]);
    expect(await flagsOf(withWrongEntry(pages, 6))).toMatchObject([{ field: 'page 2' }]);
  });

  test('a page in the middle: no rejection is left unhandled, which would end the process of a caller', () => {
    const edits: Edit[] = [
      { how: 'cut', at: 0.498634, length: 6, bytes: Uint8Array.of(0), stream: null },
      { how: 'insert', at: 0.742771, length: 3, bytes: Uint8Array.of(206, 252, 7, 3, 110, 53, 151), stream: null },
      { how: 'cut', at: 0.225233, length: 83, bytes: Uint8Array.of(0), stream: 0.544091 },
    ];
    const cwd = folderWith({ 'a.pdf': mutate(readFileSync(join(ROOT, 'fixtures/issues/unruled.pdf')), edits) });
    const script = `import { convertIssue } from ${JSON.stringify(pathToFileURL(join(ROOT, 'dist/index.js')).href)};
      try { console.log((await convertIssue('a.pdf')).source.pages); } catch (error) { console.log(error.code); }`;
    const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd,
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^(?:4|pdf-damaged)\n$/);
  });
});

describe('what does no harm gives no flag', () => {
  test.each<[string, PdfObject]>([
    ['whole', flate(packed)],
    ['only the checksum cut off, as some producers do', flate(packed.subarray(0, -4))],
    ['bytes after the end of the compressed data', flate(Buffer.concat([packed, Buffer.from('\r\n\0')]))],
    ['more restored than saved', stream(`${TEXT} Q Q`)],
  ])('%s', async (_, content) => {
    expect(await flagsOf(content)).toEqual([]);
  });

  test('a damaged stream that no page uses', async () => {
    expect(await flagsOf(onePage({ more: ['null', flate(packed.subarray(0, -30))] }))).toEqual([]);
  });
});

test('of files read at the same time, each hears its own complaints', async () => {
  const contents = [stream(TEXT), stream(`${TEXT} Tq`), stream(TEXT)];
  const all = await Promise.all(contents.map((content) => flagsOf(content)));
  expect(all.map((flags) => flags.length)).toEqual([0, 1, 0]);
});

test('what pdf.js complains of does not reach the console, what others write there does', async () => {
  const heard: unknown[] = [];
  const { warn } = console;
  console.warn = (line) => heard.push(line);
  const reading = convertIssue(onePage({ content: stream(`${TEXT} Tq`) }));
  console.warn('mine');
  await reading;
  console.warn('mine too');
  console.warn = warn;
  expect(heard).toEqual(['mine', 'mine too']);
});
