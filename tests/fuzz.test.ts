import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { GongbaoError } from '../src/errors.js';
import { type Issue, issueSchema } from '../src/model/index.js';
import { edits, flateStreams, mutate, part } from './support/mutate.js';
import { ROOT } from './support/paths.js';

/** CI runs 2,000. */
const CASES = Number(process.env.GONGBAO_FUZZ_CASES ?? 100);
/** The same cases in every run; another number tries others. */
const SEED = Number(process.env.GONGBAO_FUZZ_SEED ?? 20240520);
/** Of a case that failed, as the test prints it: runs that case alone. */
const PATH = process.env.GONGBAO_FUZZ_PATH;
/** Many times what any of the files takes, also where a damaged character map has sixteen million entries. */
const LIMITS = { seconds: 60, megabytes: 1024 };

const FOLDERS = ['fixtures/issues', 'input'];
const paths = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => join(ROOT, folder, name)),
);
const files = paths.map((path) => ({ name: basename(path), bytes: readFileSync(path) }));
const bytesOf = (name: string): Buffer => files.find((file) => file.name === name)?.bytes ?? Buffer.of();

/** Small files are tried more often: they take less time. */
const SMALL_BYTES = 30_000;
const LARGE_BYTES = 500_000;
const someFile = fc.oneof(
  ...files.map((file) => ({
    arbitrary: fc.constant(file.name),
    weight: file.bytes.length < SMALL_BYTES ? 12 : file.bytes.length < LARGE_BYTES ? 4 : 1,
  })),
);

// on a thread of its own, as a user runs it: what hangs is stopped, and nothing that is thrown gets lost
const { Isolated } = (await import(
  pathToFileURL(join(ROOT, 'dist/batch/isolated.js')).href
)) as typeof import('../src/batch/isolated.js');
const isolated = new Isolated();
afterAll(() => isolated.close());

/** The issue, or the code of the error that a user is told; anything else fails. */
async function outcomeOf(bytes: Uint8Array): Promise<Issue | string> {
  try {
    return issueSchema.parse(await isolated.convertIssue(new Uint8Array(bytes), { file: 'a.pdf', limits: LIMITS }));
  } catch (error) {
    const { code, details } = error as GongbaoError;
    if (typeof code !== 'string' || code === 'internal') throw error;
    if (code === 'limit-seconds') throw new Error(`hangs: ${JSON.stringify(details)}`);
    return code;
  }
}

const run = { seed: SEED, endOnFailure: true, ...(PATH !== undefined && { path: PATH, numRuns: 1 }) };

test(`${CASES} damaged copies: each gives a valid issue or an error that users are told`, {
  timeout: 3_600_000,
}, async () => {
  const seen: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(someFile, edits, async (name, all) => {
      const outcome = await outcomeOf(mutate(bytesOf(name), all));
      const kind = typeof outcome === 'string' ? outcome : isFlagged(outcome) ? 'flagged' : 'converted';
      seen[kind] = (seen[kind] ?? 0) + 1;
    }),
    { numRuns: CASES, ...run },
  );
  console.info('fuzz:', seen);
});

const isFlagged = (issue: Issue): boolean => issue.flags.some(({ code }) => code === 'page-damaged');

describe('damage is never silent', () => {
  const recordsOf = ({ source: { sha256: _, ...source }, flags: __, ...records }: Issue) => ({ source, ...records });
  const small = files.filter(({ bytes }) => bytes.length < SMALL_BYTES && flateStreams(bytes).length > 0);

  test('a wrong byte in a compressed stream: an error, a flag, or the same records', {
    timeout: 3_600_000,
  }, async () => {
    const originals = new Map<string, Issue | string>();
    for (const { name, bytes } of small) originals.set(name, await outcomeOf(bytes));
    const property = fc.asyncProperty(
      fc.constantFrom(...small.map(({ name }) => name)),
      part,
      part,
      fc.integer({ min: 1, max: 255 }),
      async (name, which, where, difference) => {
        const bytes = bytesOf(name);
        const streams = flateStreams(bytes);
        const { start, end } = streams[Math.floor(which * streams.length)] as (typeof streams)[number];
        const damaged = Buffer.from(bytes);
        const at = start + Math.floor(where * (end - start));
        damaged[at] = (damaged[at] ?? 0) ^ difference;
        const outcome = await outcomeOf(damaged);
        const original = originals.get(name);
        if (typeof outcome === 'string' || typeof original !== 'object' || isFlagged(outcome)) return;
        expect(recordsOf(outcome), name).toEqual(recordsOf(original));
      },
    );
    await fc.assert(property, { numRuns: Math.ceil(CASES / 5), ...run });
  });
});
