import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { onTestFinished } from 'vitest';
import type { GongbaoError } from '../../src/errors.js';
import { type Issue, issueSchema } from '../../src/model/index.js';
import { edits, mutate } from './mutate.js';
import { ROOT } from './paths.js';

/** Of all fuzz tests together; CI runs 2,000. */
export const CASES = Number(process.env.GONGBAO_FUZZ_CASES ?? 100);
/** The same cases in every run; another number tries others. */
const SEED = Number(process.env.GONGBAO_FUZZ_SEED ?? 20240520);
/** Of a case that failed, as the test prints it: runs that case alone. */
const PATH = process.env.GONGBAO_FUZZ_PATH;
/** Many times what any of the files takes, also where a damaged character map has sixteen million entries. */
const LIMITS = { seconds: 60, megabytes: 1024 };

export const TIMEOUT = { timeout: 3_600_000 };

/** How a property is run. */
export const runOf = (cases: number) => ({
  numRuns: Math.ceil(cases),
  seed: SEED,
  endOnFailure: true,
  ...(PATH !== undefined && { path: PATH, numRuns: 1 }),
});

/** As a failure prints it: its name. */
export const oneOf = <F extends Original>(files: readonly F[]): fc.Arbitrary<F> =>
  fc.constantFrom(...files.map((file) => ({ ...file, toString: () => file.name })));

export interface Original {
  readonly name: string;
  readonly bytes: Buffer;
}

const originals: Original[] = ['fixtures/issues', 'input'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => ({ name: basename(name), bytes: readFileSync(join(ROOT, folder, name)) })),
);
/** Larger ones take as much time as several small ones, and are tried less often. */
const SMALL_BYTES = 30_000;
export const SMALL = originals.filter(({ bytes }) => bytes.length < SMALL_BYTES);
export const LARGE = originals.filter(({ bytes }) => bytes.length >= SMALL_BYTES);

/** The issue, or the code of the error that a user is told; anything else fails. */
export type Outcome = Issue | string;

/** Converts on a thread of its own, as a user runs it: what hangs is stopped, and nothing that is thrown gets lost. */
export async function converter(): Promise<(bytes: Uint8Array) => Promise<Outcome>> {
  const { Isolated } = (await import(
    pathToFileURL(join(ROOT, 'dist/batch/isolated.js')).href
  )) as typeof import('../../src/batch/isolated.js');
  const isolated = new Isolated();
  onTestFinished(() => isolated.close());
  return async (bytes) => {
    try {
      return issueSchema.parse(await isolated.convertIssue(new Uint8Array(bytes), { file: 'a.pdf', limits: LIMITS }));
    } catch (error) {
      const { code, details } = error as GongbaoError;
      if (typeof code !== 'string' || code === 'internal') throw error;
      if (code === 'limit-seconds') throw new Error(`hangs: ${JSON.stringify(details)}`);
      return code;
    }
  };
}

/** Damages copies of the files; each must give a valid issue or an error that users are told. */
export async function damageCopies(files: readonly Original[], cases: number): Promise<void> {
  const convert = await converter();
  const seen: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(oneOf(files), edits, async ({ bytes }, all) => {
      const outcome = await convert(mutate(bytes, all));
      const kind = typeof outcome === 'string' ? outcome : isFlagged(outcome) ? 'flagged' : 'converted';
      seen[kind] = (seen[kind] ?? 0) + 1;
    }),
    runOf(cases),
  );
  console.info('fuzz:', seen);
}

export const isFlagged = (issue: Issue): boolean => issue.flags.some(({ code }) => code === 'page-damaged');
