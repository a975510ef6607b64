import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { looksTruncated } from '../src/extract/integrity.js';
import { ROOT } from './support/paths.js';
import { makePdf } from './support/pdf.js';

const pdf = await makePdf(['Page one', 'Page two', 'Page three']);
const text = pdf.toString('latin1');
const latin1 = (content: string) => Buffer.from(content, 'latin1');

/** An update as editors append it: a changed object, a new cross-reference. */
const update = `5 0 obj\n<< /Changed true >>\nendobj\nxref\n0 0\ntrailer\n<< /Prev 9 >>\nstartxref\n${pdf.length + 38}\n%%EOF\n`;

/** The parts of a linearized file in their order: the first trailer stands before most of the objects. */
function linearized(length: number): Buffer {
  const head = `%PDF-1.7\n1 0 obj\n<< /Linearized 1 /L ${length} /N 3 >>\nendobj\nxref\n0 0\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n`;
  const end = `xref\n0 0\ntrailer\n<<>>\nstartxref\n${head.indexOf('xref')}\n%%EOF\n`;
  return latin1(head + '7 0 obj\n<<>>\nendobj\n'.repeat(100).padEnd(length - head.length - end.length) + end);
}

describe('a PDF whose end is missing is recognised, so that a broken download never gives a shorter list', () => {
  test('cut anywhere before its last trailer', () => {
    const startxref = text.lastIndexOf('startxref');
    for (let cut = 8; cut <= startxref; cut += 7) expect(looksTruncated(pdf.subarray(0, cut)), `at ${cut}`).toBe(true);
  });

  test('cut within the offset of its trailer', () => {
    expect(looksTruncated(pdf.subarray(0, text.lastIndexOf('startxref') + 'startxref\n1'.length))).toBe(true);
  });

  test('the missing part filled with zeros, as some download programs do', () => {
    const half = Math.floor(pdf.length / 2);
    expect(looksTruncated(Buffer.concat([pdf.subarray(0, half), Buffer.alloc(pdf.length - half)]))).toBe(true);
  });

  test('a part missing from its middle', () => {
    expect(looksTruncated(Buffer.concat([pdf.subarray(0, 200), pdf.subarray(-300)]))).toBe(true);
  });

  test('an appended update that broke off: without it the older text would be shown', () => {
    expect(looksTruncated(latin1(text + update.slice(0, 40)))).toBe(true);
  });

  test.each([0.3, 0.6, 0.99])('a linearized file cut at %d', (part) => {
    const whole = linearized(4000);
    expect(looksTruncated(whole.subarray(0, whole.length * part))).toBe(true);
  });
});

describe('a complete PDF is not refused for what producers and servers do to it', () => {
  test.each([
    ['as written', text],
    ['zeros after its end', text + '\0'.repeat(5000)],
    ['a web page after its end', `${text}<html>${'<p>statistics'.repeat(500)}</html>`],
    ['line ends before its header', `\r\n\r\n${text}`],
    ['no %%EOF', text.slice(0, text.lastIndexOf('%%EOF'))],
    ['a wrong offset within the file', text.replace(/startxref\n\d+/, 'startxref\n17')],
    ['an appended update', text + update],
    ['linearized', linearized(4000).toString('latin1')],
    ['linearized and updated', linearized(4000).toString('latin1') + update.replace(/\d+\n%%EOF/, '9\n%%EOF')],
  ])('%s', (_, content) => {
    expect(looksTruncated(latin1(content))).toBe(false);
  });
});

const corpus = join(ROOT, '../shared/corpus');
describe.skipIf(!existsSync(corpus))('real issues (skipped: ../shared/corpus is not here)', () => {
  const files = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith('.pdf')) : [];
  test.each(files)('%s passes whole and is refused when cut', (name) => {
    const bytes = readFileSync(join(corpus, name));
    expect(looksTruncated(bytes)).toBe(false);
    for (const part of [0.1, 0.6, 0.9, 0.999]) {
      expect(looksTruncated(bytes.subarray(0, bytes.length * part)), `${part}`).toBe(true);
    }
  });
});
