import { dirname } from 'node:path';
import type { ConvertOptions } from '../convert.js';
import { readCorrections } from '../review/corrections-file.js';
import { type Journal, sha256Of } from './journal.js';
import { correctionsPathOf, type Format } from './names.js';
import type { Pool } from './pool.js';
import type { Stages } from './run.js';

/** What a run does with files on the disk; with `force`, whatever stands there already. */
export const stagesOf = (
  pool: Pool,
  journal: Journal,
  options: ConvertOptions,
  formats: readonly Format[],
  force = false,
): Stages => ({
  convert: (input, missing, beside) => pool.convert(input, options, missing, beside),
  corrections: ({ paths, name }) => readCorrections(correctionsPathOf(dirname(paths.json), name)),
  hash: sha256Of,
  unchanged: (plan, sha256) => (force ? null : journal.unchanged(plan, sha256, formats)),
  missing: (plan, sha256) => (force ? formats : journal.missing(plan, sha256, formats)),
  remember: (plan, sha256, counts, written) => journal.add(plan, sha256, counts, written),
});
