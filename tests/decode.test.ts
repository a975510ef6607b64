import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../src/extract/decode.js';

const TEXT = '青石市人民政府办公室关于印发营商环境工作要点的通知\r\n（一）压缩企业开办时间至1个工作日。\n';
const TRADITIONAL = '各縣市政府應於本年底前完成設施檢查，並將辦理情形報送主管機關，由交通處負責協調。';
const bytesOf = (text: string, encoding: string, options?: { addBOM: boolean }) =>
  iconv.encode(text, encoding, options);
const codeOf = (bytes: Uint8Array) => expect(() => decodeText(bytes, '要点.txt'));

describe('the text of a file is read in the encoding it was saved in, whichever program saved it', () => {
  test.each([
    ['UTF-8, as editors save today', bytesOf(TEXT, 'utf8'), 'utf-8'],
    ['UTF-8 with a BOM, as Windows Notepad saved', bytesOf(TEXT, 'utf8', { addBOM: true }), 'utf-8'],
    ['UTF-16 with a BOM, Notepad “Unicode”', bytesOf(TEXT, 'utf16le', { addBOM: true }), 'utf-16le'],
    ['UTF-16 big-endian with a BOM', bytesOf(TEXT, 'utf16be', { addBOM: true }), 'utf-16be'],
    ['GBK, Notepad “ANSI” on a Chinese system', bytesOf(TEXT, 'gbk'), 'gb18030'],
  ])('%s', (_, bytes, encoding) => {
    expect(decodeText(bytes, '要点.txt')).toEqual({ text: TEXT, encoding });
  });

  test('GB18030 reaches ideographs that GBK lacks', () => {
    const rare = '青石市㐱塘镇𠮷祥村工作安排';
    expect(decodeText(bytesOf(rare, 'gb18030'), '要点.txt').text).toBe(rare);
  });

  test('traditional script saved as GBK is not taken for a wrong encoding', () => {
    expect(decodeText(bytesOf(TRADITIONAL, 'gbk'), '要点.txt').text).toBe(TRADITIONAL);
  });

  test('plain ASCII is UTF-8', () => {
    expect(decodeText(Buffer.from('No. 5'), '要点.txt')).toEqual({ text: 'No. 5', encoding: 'utf-8' });
  });
});

describe('a text that cannot be decoded for certain is refused: wrong characters must not pass as content', () => {
  test.each([
    ['UTF-8 cut through a character', bytesOf(TEXT, 'utf8').subarray(0, -6), 'broken-utf-8'],
    // Without the check the next one decodes as GB18030 without complaint, into other ideographs.
    ['UTF-8 with one byte lost', withoutByte(bytesOf(TEXT.repeat(3), 'utf8'), 30), 'broken-utf-8'],
    [
      'UTF-16 with half a character at its end',
      bytesOf(TEXT, 'utf16le', { addBOM: true }).subarray(0, -1),
      'bytes-against-mark',
    ],
    ['UTF-32 with a BOM', bytesOf(TEXT, 'utf32le', { addBOM: true }), 'bytes-against-mark'],
    [
      'a UTF-8 BOM before GBK',
      Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), bytesOf(TEXT, 'gbk')]),
      'bytes-against-mark',
    ],
    ['GBK cut through a character', bytesOf('青石市', 'gbk').subarray(0, -1), 'neither-utf-8-nor-gb18030'],
    [
      'Big5, whose bytes GB18030 accepts as other characters',
      bytesOf(TRADITIONAL, 'big5'),
      'neither-utf-8-nor-gb18030',
    ],
    ['Latin-1', bytesOf('arrêté du préfet à Orléans', 'latin1'), 'neither-utf-8-nor-gb18030'],
  ])('%s', (_, bytes, reason) => {
    codeOf(bytes).toThrow(
      expect.objectContaining({ code: 'text-encoding-unknown', file: '要点.txt', details: { reason } }),
    );
  });
});

describe('a file of nothing but white space has no content, and says so instead of giving an empty record', () => {
  test.each([
    ['spaces and line ends', ' \t\r\n\n'],
    ['ideographic spaces and form feeds', '\u3000\f\u3000'],
    ['zero-width spaces', '\u200b\ufeff'],
  ])('%s', (_, text) => {
    codeOf(Buffer.from(text)).toThrow(expect.objectContaining({ code: 'text-without-content' }));
  });
});

function withoutByte(bytes: Buffer, at: number): Buffer {
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
}
