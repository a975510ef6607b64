import { test } from 'vitest';
import { CASES, damageCopies, LARGE, TIMEOUT } from './support/fuzz.js';

test('damaged copies of large files: each gives a valid issue or an error that users are told', TIMEOUT, () =>
  damageCopies(LARGE, 0.15 * CASES),
);
