import { FORMER } from './former.js';
import { NATIONAL } from './national.js';
import type { Organ } from './organ.js';
import { MANAGED, PLATES, STATE_COUNCIL } from './state-council.js';

/** All of the centre. Of two with a short name in common, which were not at one time, the present one is first. */
export const ORGANS: readonly Organ[] = [...STATE_COUNCIL, ...PLATES, ...MANAGED, ...NATIONAL, ...FORMER];
