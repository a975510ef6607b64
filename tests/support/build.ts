import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ROOT } from './paths.js';

/** Its time says which sources dist/ was built from. */
const STAMP = join(ROOT, 'dist/.built');
const BUILT_FROM = ['src', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];

/**
 * Builds dist/ once before all tests, when a source is newer than it: tests of the command line run what a user runs.
 * A wrong type is not an error here: tsc writes dist/ all the same, and `npm run types` says it better.
 */
export default function buildOnce(): void {
  const started = new Date();
  if (existsSync(STAMP) && BUILT_FROM.every((path) => newest(join(ROOT, path)) < statSync(STAMP).mtimeMs)) return;
  const build = run('typescript', 'bin/tsc', '-p', 'tsconfig.build.json');
  if (!existsSync(join(ROOT, 'dist/cli.js'))) throw new Error(`dist/cli.js was not built:\n${build.stdout}`);
  const page = run('vite', 'bin/vite.js', 'build', 'src/review/page', '--logLevel', 'warn');
  if (page.status !== 0) throw new Error(`the review page was not built:\n${page.stderr}`);
  if (build.status === 0) writeFileSync(STAMP, started.toISOString());
  else console.warn(`built with wrong types:\n${build.stdout}`);
}

function run(packageName: string, program: string, ...args: string[]) {
  const folder = dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`));
  return spawnSync(process.execPath, [join(folder, program), ...args], { cwd: ROOT, encoding: 'utf8' });
}

/** Time of the latest change at or under the path, in milliseconds. */
function newest(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
