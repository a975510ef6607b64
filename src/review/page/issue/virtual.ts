// Which rows of a long list are in view: rows of two heights, one after the other.

/** Where each row begins; the last entry is the height of all. */
export function offsetsOf(heights: readonly number[]): Float64Array {
  const offsets = new Float64Array(heights.length + 1);
  heights.forEach((height, index) => {
    offsets[index + 1] = (offsets[index] as number) + height;
  });
  return offsets;
}

/** The row that stands at this height. */
export function rowAt(offsets: Float64Array, y: number): number {
  let [low, high] = [0, offsets.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] as number) <= y) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** @param spare rows above and below that are there already when they come into view */
export function rangeInView(offsets: Float64Array, top: number, height: number, spare = 6): [number, number] {
  const count = offsets.length - 1;
  if (count === 0) return [0, 0];
  return [Math.max(0, rowAt(offsets, top) - spare), Math.min(count, rowAt(offsets, top + height) + 1 + spare)];
}
