// What people made follows its input: the outputs are called otherwise where another input of the same stem came or went.
import { existsSync } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { GongbaoError } from '../errors.js';
import { asGongbaoError } from './as-error.js';
import { KINDS, type Kind, sourceOf } from './kept-work.js';
import { withLock } from './lock.js';
import { asideNameOf, type PlannedOutput } from './names.js';
import { notWritable } from './outputs.js';
import { patiently } from './temporary.js';

/** What became of a file that people made, by its names in the folder of the outputs. */
export interface Followed {
  /**
   * moved: it has the name of its input's outputs. set-aside: it is another file's, which had the name before. not-moved:
   * there is such a file under the new name already.
   */
  readonly what: 'moved' | 'set-aside' | 'not-moved';
  readonly plan: PlannedOutput;
  readonly from: string;
  readonly to: string;
}

export interface Following {
  readonly followed: readonly Followed[];
  /** What could not be moved: these are not to be converted, or it would be lost or taken for another's. */
  readonly failed: ReadonlyMap<PlannedOutput, GongbaoError>;
}

/**
 * Before a run: moves the corrections, and the workbook with its entries, that were made for the very bytes of an input
 * to the name that its outputs have now. A move is one renaming: whenever the process ends, each is there once, and the
 * next run goes on. What another input of the run is called no longer stands there for that one to take.
 *
 * @param hash SHA-256 of an input
 */
export async function followNames(
  plans: readonly PlannedOutput[],
  outDir: string,
  hash: (input: string) => Promise<string>,
): Promise<Following> {
  const hashes = new Map<PlannedOutput, Promise<string | null>>();
  const hashOf = (plan: PlannedOutput): Promise<string | null> => {
    // what cannot be read is told by its conversion
    const known = hashes.get(plan) ?? hash(plan.input).catch(() => null);
    hashes.set(plan, known);
    return known;
  };
  // a folder that is gone is told by the conversions
  const there = new Set(await readdir(outDir).catch(() => []));
  const aside = asideIn(there);
  const concerned = plans.filter((plan) => KINDS.some((kind) => othersOf(plan, kind, there, aside).length > 0));
  const followed: Followed[] = [];
  const failed = new Map<PlannedOutput, GongbaoError>();
  if (concerned.length === 0) return { followed, failed };
  await Promise.all(concerned.map(hashOf));
  const owners = new Map(plans.map((plan) => [plan.name, plan]));
  try {
    await withLock(outDir, async () => {
      for (const plan of concerned) {
        for (const kind of KINDS) followed.push(...(await followOne(plan, kind, { outDir, hashOf, owners, failed })));
      }
    });
  } catch (error) {
    for (const plan of plans) failed.set(plan, asGongbaoError(error, outDir));
  }
  return { followed, failed };
}

interface Folder {
  readonly outDir: string;
  readonly hashOf: (plan: PlannedOutput) => Promise<string | null>;
  readonly owners: ReadonlyMap<string, PlannedOutput>;
  readonly failed: Map<PlannedOutput, GongbaoError>;
}

async function followOne(plan: PlannedOutput, kind: Kind, folder: Folder): Promise<Followed[]> {
  const { outDir, hashOf, owners, failed } = folder;
  const sha256 = await hashOf(plan);
  if (sha256 === null) return [];
  const followed: Followed[] = [];
  const tell = (what: Followed['what'], from: string, to: string): void =>
    void followed.push({ what, plan, from: from + kind, to: to + kind });
  const move = (from: string, to: string): Promise<void> =>
    patiently(() => rename(join(outDir, from + kind), join(outDir, to + kind)));

  const there = new Set(await readdir(outDir));
  for (const other of othersOf(plan, kind, there, asideIn(there))) {
    if (!isOf(sha256, await sourceOf(outDir, other, kind))) continue;
    const owner = owners.get(other);
    // the same file twice in one run: each has its own
    if (owner && [sha256, null].includes(await hashOf(owner))) continue;
    const own = existsSync(join(outDir, plan.name + kind)) ? await sourceOf(outDir, plan.name, kind) : undefined;
    // nobody knows whose that is, or it cannot be read, which its conversion tells
    if (own === null && !owner) continue;
    try {
      if (own === null || isOf(sha256, own)) {
        const left = owner ? freeName(outDir, asideNameOf(other, sha256), kind) : other;
        if (left !== other) await move(other, left);
        // a workbook that nobody else is about to fill is one of the outputs of before, which stay
        if (owner || kind === '.corrections.json') tell('not-moved', left, plan.name);
        continue;
      }
      if (own !== undefined) {
        const aside = freeName(outDir, asideNameOf(plan.name, own), kind);
        await move(plan.name, aside);
        tell('set-aside', plan.name, aside);
      }
      await move(other, plan.name);
      tell('moved', other, plan.name);
    } catch (error) {
      const refused = notWritable(error, join(outDir, other + kind));
      for (const one of [plan, owner]) if (one) failed.set(one, refused);
    }
  }
  return followed;
}

/** Of what was set aside only the first digits are known. */
const isOf = (sha256: string, source: string | null | undefined): boolean => !!source && sha256.startsWith(source);

/** Of what was set aside, by the name that it had, in full. */
type Aside = ReadonlyMap<string, readonly string[]>;

const ASIDE = /^((.+)\.aside-[0-9a-f]{12}(?:-\d+)?)(\.corrections\.json|\.xlsx)$/;

function asideIn(there: Iterable<string>): Aside {
  const aside = new Map<string, string[]>();
  for (const file of there) {
    const [, whole, stem, kind] = ASIDE.exec(file) ?? [];
    if (whole !== undefined) aside.set(`${stem}${kind}`, [...(aside.get(`${stem}${kind}`) ?? []), whole]);
  }
  return aside;
}

/** The other names under which something of the kind may be the input's. */
function othersOf({ name, names }: PlannedOutput, kind: Kind, there: ReadonlySet<string>, aside: Aside): string[] {
  const usual = names.filter((one) => one !== name && there.has(one + kind));
  return [...usual, ...[...new Set([name, ...names])].flatMap((one) => aside.get(one + kind) ?? [])];
}

function freeName(outDir: string, name: string, kind: Kind): string {
  for (let n = 1; ; n++) {
    const free = n === 1 ? name : `${name}-${n}`;
    if (!existsSync(join(outDir, free + kind))) return free;
  }
}
