import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSource } from '../src/extract/load.js';
import { folderWith } from './support/folder.js';
import { makePdf } from './support/pdf.js';

const refusal = (code: string, file: string, details = {}) => expect.objectContaining({ code, file, details });

test('a path gives its bytes and keeps the name the user wrote', async () => {
  const path = join(folderWith({ '要点.txt': '一、总体要求' }), '要点.txt');
  expect(await loadSource(path)).toStrictEqual({
    file: path,
    bytes: new TextEncoder().encode('一、总体要求'),
    kind: 'text',
  });
});

test('the content says what a file is, not its name: a PDF saved as .txt is read as PDF', async () => {
  const pdf = await makePdf(['Notice']);
  expect((await loadSource(pdf, '公报.txt')).kind).toBe('pdf');
});

test('a PDF may have some bytes before its header', async () => {
  const pdf = Buffer.concat([Buffer.alloc(900, '\n'), await makePdf(['Notice'])]);
  expect((await loadSource(pdf, '公报.pdf')).kind).toBe('pdf');
});

test('text handed over as text has no encoding to guess and is named (text)', async () => {
  expect(await loadSource({ text: '%PDF- 一、' })).toEqual({
    file: '(text)',
    bytes: new TextEncoder().encode('%PDF- 一、'),
    kind: 'text',
  });
});

test('text in UTF-16 has NUL bytes and is not binary', async () => {
  expect((await loadSource(Buffer.from('\ufeff一、a', 'utf16le'), '要点.txt')).kind).toBe('text');
});

test.each([
  ['an empty file', Buffer.alloc(0), '公报.pdf', 'file-empty', {}],
  ['plain text named .pdf', Buffer.from('一、总体要求'), '公报.PDF', 'not-a-pdf', {}],
  ['an error page saved as .pdf', Buffer.from('\n<!DOCTYPE html><p>404'), '公报.pdf', 'not-a-pdf', { reason: 'html' }],
  ['a web page', Buffer.from('<html><body>'), '公报.txt', 'unsupported-file', { reason: 'html' }],
  ['a Word document', Buffer.from('PK\x03\x04…'), '公报.docx', 'unsupported-file', { reason: 'zip' }],
  ['an old Word document', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '公报.doc', 'unsupported-file', { reason: 'ole' }],
  [
    'RTF, which is text and yet none to read',
    Buffer.from('{\\rtf1 }'),
    '公报.txt',
    'unsupported-file',
    { reason: 'rtf' },
  ],
  ['a scan', Buffer.from('ffd8ffe000104a46', 'hex'), '公报.jpg', 'unsupported-file', { reason: 'image' }],
  ['any other bytes with NUL', Buffer.from([7, 0, 9]), '公报.txt', 'unsupported-file', { reason: 'binary' }],
  ['half of a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n<<'), '公报.pdf', 'pdf-damaged', { reason: 'truncated' }],
])('%s is refused by name', async (_, bytes, file, code, details) => {
  await expect(loadSource(bytes, file)).rejects.toEqual(refusal(code, file, details));
});

test('a path to nothing, through a file, or to a folder is refused without a system message', async () => {
  const folder = folderWith({ 'a.txt': '一' });
  for (const missing of [join(folder, 'b.txt'), join(folder, 'a.txt', 'b.txt')]) {
    await expect(loadSource(missing)).rejects.toEqual(refusal('file-missing', missing));
  }
  await expect(loadSource(folder)).rejects.toEqual(refusal('file-unreadable', folder, { reason: 'EISDIR' }));
});
