import { deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { inflateAtOnce } from '../src/extract/pdf/decompression-stream.js';
import { onePage } from './support/hostile.js';

test('pdf.js leaves no slower built-ins behind', async () => {
  const { push } = Array.prototype;
  const { parse, stringify } = JSON;
  const { DecompressionStream } = globalThis;
  const { convertIssue } = await import('../src/convert.js');
  await convertIssue(onePage());
  expect(Array.prototype.push).toBe(push);
  expect(JSON).toMatchObject({ parse, stringify });
  expect(globalThis.DecompressionStream).toBe(DecompressionStream);
});

test.each([
  ['deflate', deflateSync],
  ['gzip', gzipSync],
] as const)('while a file is read, others that inflate %s get what they would', async (format, pack) => {
  const text = '各县区要把防汛备汛摆在重要位置。'.repeat(10_000);
  const packed = new Blob([pack(text)]).stream();
  const restore = inflateAtOnce();
  try {
    expect(await new Response(packed.pipeThrough(new DecompressionStream(format))).text()).toBe(text);
    const cut = new Blob([pack(text).subarray(0, 20)]).stream();
    await expect(new Response(cut.pipeThrough(new DecompressionStream(format))).text()).rejects.toThrow();
  } finally {
    restore();
  }
});
