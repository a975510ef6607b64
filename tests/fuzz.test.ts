import { test } from 'vitest';
import { CASES, damageCopies, SMALL, TIMEOUT } from './support/fuzz.js';

// beside fuzz-large and fuzz-silent, so that they run at the same time
test('damaged copies of small files: each gives a valid issue or an error that users are told', TIMEOUT, () =>
  damageCopies(SMALL, 0.85 * CASES),
);
