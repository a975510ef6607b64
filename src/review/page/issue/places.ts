// Where the fields of measures stand on the pages.
import type { Box, CorrectedField, FieldSource, Measure } from '../../../model/index.js';

export type FieldName = CorrectedField;

/** Fields that are parts of others, and were read where these were. */
const READ_WITH: Partial<Record<FieldName, FieldName>> = {
  number: 'text',
  title: 'text',
  openEnded: 'departments',
  targets: 'text',
  keywords: 'text',
  documentId: 'text',
};

/** path of path[1]. */
export const fieldOfSource = (field: string): FieldName => field.replace(/\[.*$/, '') as FieldName;

/** Where a field was read, or the measure where that is not known. */
export function sourcesOf({ sources }: Measure, field: FieldName): FieldSource[] {
  const own = sources.filter((source) => fieldOfSource(source.field) === (READ_WITH[field] ?? field));
  return own.length > 0 ? own : sources.filter((source) => source.field === 'text');
}

export interface PlacedBox {
  readonly box: Box;
  readonly field: FieldName;
}

export const boxesOn = (page: number, sources: readonly FieldSource[]): PlacedBox[] =>
  sources.flatMap((source) =>
    'page' in source && source.page === page ? [{ box: source.bbox, field: fieldOfSource(source.field) }] : [],
  );

/** Pages, or lines, in order. */
export const placesOf = (sources: readonly FieldSource[]): number[] =>
  [...new Set(sources.map((source) => ('page' in source ? source.page : source.line)))].sort((a, b) => a - b);

export interface Hit {
  readonly measure: Measure;
  readonly field: FieldName;
}

/** What stands at a point of a page: of boxes over each other, the smallest. */
export function hitAt(measures: readonly Measure[], page: number, x: number, y: number): Hit | null {
  let found: Hit | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const measure of measures) {
    for (const { box, field } of boxesOn(page, measure.sources)) {
      const [left, top, right, bottom] = box;
      const area = (right - left) * (bottom - top);
      // a heading stands beside many measures: the measure's own text is preferred where both are there
      if (x < left || x > right || y < top || y > bottom || area >= least) continue;
      found = { measure, field };
      least = area;
    }
  }
  return found;
}

/** What stands in a line of a text. */
export function hitInLine(measures: readonly Measure[], line: number): Hit | null {
  for (const measure of measures) {
    const source = measure.sources.find((one) => 'line' in one && one.line === line && !one.field.startsWith('path'));
    if (source) return { measure, field: fieldOfSource(source.field) };
  }
  return null;
}
