import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './paths.js';

export interface CliResult {
  /** Exit status; null after a signal. */
  status: number | null;
  stdout: string;
  stderr: string;
}

export const CLI = join(ROOT, 'dist/cli.js');

/** Far beyond what a test input takes; a command that hangs ends the test, not the run. */
const TIMEOUT_MS = 50_000;
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;

/** Runs `gongbao ARGS` as a process of its own, in English whatever the locale of the machine. */
export function runCli(args: readonly string[], options: { cwd: string; env?: Record<string, string> }): CliResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: options.cwd,
    env: { ...process.env, LC_ALL: 'en_US.UTF-8', ...options.env },
    encoding: 'utf8',
    timeout: TIMEOUT_MS,
    maxBuffer: MAX_OUTPUT_BYTES,
  });
  return { status, stdout, stderr };
}

/** The lines of a stream, without the empty one after the last. */
export function lines(stream: string): string[] {
  return stream.split('\n').filter((line) => line !== '');
}
