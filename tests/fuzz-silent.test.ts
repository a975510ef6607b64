import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Issue } from '../src/model/index.js';
import { CASES, converter, isFlagged, type Outcome, oneOf, runOf, SMALL, TIMEOUT } from './support/fuzz.js';
import { flateStreams, part } from './support/mutate.js';

const recordsOf = ({ source: { sha256: _, ...source }, flags: __, ...records }: Issue) => ({ source, ...records });

test(
  'damage is never silent: a wrong byte in a compressed stream gives an error, a flag, or the same records',
  TIMEOUT,
  async () => {
    const convert = await converter();
    const files = SMALL.map((file) => ({ ...file, streams: flateStreams(file.bytes) })).filter(
      ({ streams }) => streams.length > 0,
    );
    const originals = new Map<string, Outcome>();
    for (const { name, bytes } of files) originals.set(name, await convert(bytes));
    const property = fc.asyncProperty(
      oneOf(files),
      part,
      part,
      fc.integer({ min: 1, max: 255 }),
      async ({ name, bytes, streams }, which, where, difference) => {
        const { start, end } = streams[Math.floor(which * streams.length)] as (typeof streams)[number];
        const damaged = Buffer.from(bytes);
        const at = start + Math.floor(where * (end - start));
        damaged[at] = (damaged[at] ?? 0) ^ difference;
        const outcome = await convert(damaged);
        const original = originals.get(name);
        if (typeof outcome === 'string' || typeof original !== 'object' || isFlagged(outcome)) return;
        expect(recordsOf(outcome), name).toEqual(recordsOf(original));
      },
    );
    await fc.assert(property, runOf(CASES / 5));
  },
);
