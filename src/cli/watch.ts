// convert --watch: round after round over what has arrived, until it is interrupted.
import { existsSync } from 'node:fs';
import { basename, join, parse, resolve, sep } from 'node:path';
import { watch } from 'chokidar';
import { isDynamicPattern } from 'tinyglobby';
import { discoverInputs, isHidden } from '../batch/discover.js';
import { type PlannedOutput, planOutputs } from '../batch/names.js';
import type { Run } from '../batch/report.js';
import type { Outcome } from '../batch/run.js';
import { SETTLE_MS, Settling } from '../batch/settling.js';
import { Bell } from './bell.js';
import type { Session } from './session.js';
import type { Teller } from './tell.js';

/** Network drives may report nothing: they are looked at all the same. */
const LOOK_EVERY_MS = 60_000;

/**
 * Converts what is in the named folders, and then whatever arrives or changes there, each file when it is complete.
 *
 * @returns what became of all inputs, when `signal` is aborted
 */
export async function watchInputs(
  named: readonly string[],
  outDir: string,
  session: Session,
  tell: Teller,
  signal: AbortSignal,
): Promise<Run> {
  const bell = new Bell(signal);
  const roots = named.map(rootOf);
  const watcher = watch(roots, { ignored: ignoring(outDir, roots), ignoreInitial: true })
    .on('all', () => bell.ring())
    // what cannot be watched is still looked at from time to time
    .on('error', () => {});
  const told = new Set<string>();
  const settling = new Settling();
  let handled: Handled = new Map();
  tell.watching(named);
  let run = session.nothing();
  while (!signal.aborted) {
    const { inputs, errors: found } = await discoverInputs(named, outDir);
    const errors = found.filter(({ code }) => code !== 'folder-without-input');
    for (const error of errors) if (!told.has(error.message)) tell.failed(error);
    for (const error of errors) told.add(error.message);
    const { states, isWritten } = await statesOf(inputs, settling, handled);
    const plans = planOutputs([...states.keys()], outDir);
    const known = knownOf(plans, states, handled);
    // files that went away leave the index too
    if (known.size < plans.length || plans.length < run.plans.length || errors.length !== run.errors.length) {
      for (const plan of plans) if (plan.renamed && !known.has(plan)) tell.renamed(plan);
      run = await session.round(plans, known, errors, signal);
      tell.rest();
      handled = new Map(
        [...run.outcomes].map(([{ input, name }, outcome]) => [input, { state: states.get(input), name, outcome }]),
      );
    }
    await bell.wait(isWritten ? SETTLE_MS : LOOK_EVERY_MS);
  }
  await watcher.close();
  return run;
}

/** What became of an input when it was in a certain state, under a certain name. */
type Handled = ReadonlyMap<string, { state: string | undefined; name: string; outcome: Outcome }>;

/** Of the inputs that are complete, and whether others are still written; one that is written anew stands as it was. */
async function statesOf(
  inputs: readonly string[],
  settling: Settling,
  handled: Handled,
): Promise<{ states: Map<string, string>; isWritten: boolean }> {
  const states = new Map<string, string>();
  let isWritten = false;
  for (const input of inputs) {
    const settled = await settling.stateOf(input);
    isWritten ||= settled === null;
    const state = settled ?? handled.get(input)?.state;
    if (state !== undefined) states.set(input, state);
  }
  return { states, isWritten };
}

function knownOf(
  plans: readonly PlannedOutput[],
  states: ReadonlyMap<string, string>,
  handled: Handled,
): Map<PlannedOutput, Outcome> {
  const known = new Map<PlannedOutput, Outcome>();
  for (const plan of plans) {
    const before = handled.get(plan.input);
    if (before && before.state === states.get(plan.input) && before.name === plan.name) known.set(plan, before.outcome);
  }
  return known;
}

/** Where a pattern begins to be one, its folder is watched. */
function rootOf(path: string): string {
  if (existsSync(path) || !isDynamicPattern(path)) return path;
  const { root } = parse(path);
  const parts = path.slice(root.length).split(sep === '\\' ? /[\\/]/ : '/');
  const dynamic = parts.findIndex((part) => isDynamicPattern(part));
  return join(root, ...parts.slice(0, dynamic));
}

/** The outputs, and names that systems and programs give to what is not meant to be read. */
function ignoring(outDir: string, roots: readonly string[]): (path: string) => boolean {
  const out = resolve(outDir);
  // what the user named is looked through whatever its name
  const named = new Set(roots.map((root) => resolve(root)));
  const isInput = [...named].some((root) => (root + sep).startsWith(out + sep));
  return (path) => {
    const whole = resolve(path);
    return !named.has(whole) && ((!isInput && (whole + sep).startsWith(out + sep)) || isHidden(basename(whole)));
  };
}
