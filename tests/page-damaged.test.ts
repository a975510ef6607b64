import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { convertIssue, inspectSource } from '../src/convert.js';
import { NOTICE, onePage, type PdfObject, stream } from './support/hostile.js';

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
