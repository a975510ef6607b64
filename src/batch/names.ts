import { dirname, join, parse, relative, resolve, sep } from 'node:path';

/** The formats of an issue, by extension, in the order they are told. */
export const FORMATS = ['json', 'xlsx', 'csv', 'ndjson', 'ics', 'md'] as const;
export type Format = (typeof FORMATS)[number];

/** Taken when the user names none; JSON is always among those written: the list of all measures is made from it. */
export const DEFAULT_FORMATS: readonly Format[] = ['json', 'xlsx'];

export interface PlannedOutput {
  input: string;
  /** Name of the outputs without their extension. */
  name: string;
  /** Whether `name` had to be longer than the stem of the input. */
  renamed: boolean;
  /** What the outputs may be called beside other inputs, the stem first: earlier runs may have called them so. */
  names: readonly string[];
  paths: Record<Format, string>;
}

/**
 * The names of the outputs: STEM.json and STEM.xlsx for an input STEM.pdf. Where several inputs of a run have the same
 * stem, a single PDF among them has the stem alone, and each other keeps its extension (a.json, a.txt.json); where that
 * is still the same, its folders come before it (2020_11.pdf.json, 2021_11.pdf.json). No input overwrites the output of
 * another, nor an input. Names do not depend on the formats wanted: a file is found under the same name by every run.
 */
export function planOutputs(inputs: readonly string[], outDir: string): PlannedOutput[] {
  const inputPaths = new Set(inputs.map((input) => comparable(resolve(input))));
  const isFree = (name: string): boolean =>
    !RESERVED.has(comparable(name)) &&
    !BESIDE.test(name) &&
    Object.values(pathsOf(outDir, name)).every((path) => !inputPaths.has(comparable(resolve(path))));

  const plans = inputs.map((input) => ({ input, names: namesFromShortToLong(input), length: 0 }));
  const nameOf = (plan: (typeof plans)[number]): string => plan.names[plan.length] ?? '';
  for (let clashing = plans; clashing.length > 0; ) {
    const users = new Map<string, (typeof plans)[number][]>();
    for (const plan of plans) {
      const name = comparable(nameOf(plan));
      users.set(name, [...(users.get(name) ?? []), plan]);
    }
    clashing = plans.filter((plan) => {
      const sharing = users.get(comparable(nameOf(plan))) ?? [];
      const clash = (sharing.length > 1 && !isOnlyPdf(plan.input, sharing)) || !isFree(nameOf(plan));
      return clash && plan.length + 1 < plan.names.length;
    });
    for (const plan of clashing) plan.length += 1;
  }

  const used = new Set<string>();
  return plans.map((plan) => {
    const name = firstUnused(nameOf(plan), used);
    const { input, names } = plan;
    return { input, name, renamed: name !== names[0], names, paths: pathsOf(outDir, name) };
  });
}

/** The PDF is the original; a text beside it is made from it. */
function isOnlyPdf(input: string, sharing: readonly { input: string }[]): boolean {
  const isPdf = (path: string): boolean => parse(path).ext.toLowerCase() === '.pdf';
  return isPdf(input) && sharing.filter((plan) => isPdf(plan.input)).length === 1;
}

/** Names of files about the run as a whole. */
export const RUN_FILES = ['index', '汇总'] as const;
const RESERVED: ReadonlySet<string> = new Set(RUN_FILES);

/** What stands beside the outputs of a name: the records before corrections, the corrections, what is another file's. */
const BESIDE = /\.(?:original|corrections|aside-[0-9a-f]{12})$/i;

export const originalPathOf = (outDir: string, name: string): string => join(outDir, `${name}.original.json`);
/** What people made for another file, of which these are the first digits of the SHA-256, that had the name before. */
export const asideNameOf = (name: string, sha256: string): string => `${name}.aside-${sha256.slice(0, 12)}`;
export const correctionsPathOf = (outDir: string, name: string): string => join(outDir, `${name}.corrections.json`);

/** Of the input, from the folder of the outputs: for whoever finds that elsewhere. */
export const pathFromOutputs = ({ input, paths }: PlannedOutput): string =>
  relative(resolve(dirname(paths.json)), resolve(input)).replaceAll(sep, '/');

/** Stem, file name, then one more folder at a time. */
function namesFromShortToLong(input: string): string[] {
  const path = resolve(input);
  const parts = path.slice(parse(path).root.length).split(sep);
  return [parse(path).name, ...parts.map((_, above) => parts.slice(-1 - above).join('_'))].map(portable);
}

/** What Windows does not allow in names (learn.microsoft.com, "Naming Files, Paths, and Namespaces") becomes _. */
const portable = (name: string): string =>
  name.replace(/[<>:"/\\|?*\p{Cc}]/gu, '_').replace(/^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/iu, '$&_');

/** Even whole paths may differ only in what file systems ignore: A.pdf and a.pdf. */
function firstUnused(name: string, used: Set<string>): string {
  let unused = name;
  for (let n = 2; used.has(comparable(unused)); n++) unused = `${name}_${n}`;
  used.add(comparable(unused));
  return unused;
}

/** Common file systems take names for the same that differ only in case or in Unicode composition. */
function comparable(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Of the outputs called so. */
export function pathsOf(outDir: string, name: string): Record<Format, string> {
  const paths = FORMATS.map((format) => [format, join(outDir, `${name}.${format}`)]);
  return Object.fromEntries(paths) as Record<Format, string>;
}
