import type { Corrections } from '../model/index.js';

/** What people made of the outputs of an earlier run, which those of the next take up. */
export interface Beside {
  /** The workbook, whose entries are kept; null where there is none. */
  readonly workbook: string | null;
  readonly corrections: Corrections | null;
}

export const NOTHING_BESIDE: Beside = { workbook: null, corrections: null };
