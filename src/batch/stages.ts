import type { ConvertOptions } from '../convert.js';
import { type Journal, sha256Of } from './journal.js';
import type { Pool } from './pool.js';
import type { Stages } from './run.js';

/** What a run does with files on the disk. */
export const stagesOf = (pool: Pool, journal: Journal, options: ConvertOptions, force = false): Stages => ({
  convert: (input) => pool.convert(input, options),
  hash: sha256Of,
  unchanged: (plan, sha256) => (force ? null : journal.unchanged(plan, sha256)),
  remember: (plan, sha256, counts) => journal.add(plan, sha256, counts),
});
