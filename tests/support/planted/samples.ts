// Issues to plant faults in: their lists repeat their texts, in several layouts.
import { inventIssue, seedOf } from '../../../fixtures/typesetter/invent/issue.js';
import { feasible, type Layout, PLAIN_LAYOUT } from '../../../fixtures/typesetter/layout.js';
import { pdfkitFonts } from '../../../fixtures/typesetter/produce/pdfkit.js';
import type { Sample } from './fault.js';

const LAYOUTS: readonly Partial<Layout>[] = [
  {},
  { contents: 'leaders', columnSet: 'numbered-goals', pageNumber: 'outer', rowBreak: 'cut', producer: 'pdfkit' },
  { pageNumber: 'none', columnSet: 'lead-support-deadline', orientation: 'landscape', bodyColumns: 'one' },
  {
    pageNumber: 'none',
    runningHead: 'odd-even',
    contents: 'leaders',
    columnSet: 'main-tasks',
    merged: 'cut',
    rowBreak: 'cut',
  },
  { script: 'traditional', columnSet: 'section-rows', pageSize: 'B5', producer: 'pdfkit' },
  {
    punctuation: 'half',
    columnSet: 'measure-with-deadline',
    merged: 'blank',
    contents: 'leaders',
    documentStart: 'new-page',
  },
  { form: 'text' },
  { form: 'text', columnSet: 'numbered-four', bodyColumns: 'one' },
  { pageNumber: 'none', runningHead: 'none', columnSet: 'labelled-units', headingRow: 'first-page', pageSize: 'B5' },
  {
    columnSet: 'two-level-heading',
    cellAlign: 'middle',
    pageSize: 'A4',
    bodyColumns: 'one',
    rowBreak: 'cut',
    merged: 'cut',
  },
];

const SEED = 4;

/** Issue `index` of all samples; the layouts come again after the last. */
export function sampleOf(index: number): Sample {
  const given = LAYOUTS[index % LAYOUTS.length] as Partial<Layout>;
  const producer = given.producer === 'pdfkit' && !pdfkitFonts() ? 'handwritten' : (given.producer ?? 'handwritten');
  const layout = feasible({ ...PLAIN_LAYOUT, ...given, producer });
  const sizes = { documents: { min: 2, max: 2 }, measures: { min: 24, max: 36 }, items: 4 };
  const { manuscript } = inventIssue(SEED, index, { ...sizes, layout, listRepeatsText: true });
  return { manuscript, layout, pick: picks(seedOf(SEED, index)) };
}

/** The same issue for another kind of fault: what it picks depends on nothing picked before. */
export const sampleFor = (sample: Sample, index: number, kind: number): Sample => ({
  ...sample,
  pick: picks(seedOf(seedOf(SEED, index), kind)),
});

export const SAMPLES = LAYOUTS.length;

/** A linear congruential generator (Knuth, MMIX) cut to 32 bits: enough to choose places. */
function picks(seed: number): Sample['pick'] {
  let state = seed >>> 0;
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return count > 0 ? Math.floor((state / 2 ** 32) * count) : 0;
  };
}
