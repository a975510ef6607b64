/**
 * The number of each page as printed; where none was found, the one its neighbours ask for. Null where they do not.
 *
 * @param printed the numbers found, in page order
 */
export function pageNumbers(printed: readonly (string | null)[]): (number | null)[] {
  const known = printed.map((label) => (label !== null && /^\d+$/u.test(label) ? Number(label) : null));
  return known.map((number, index) => {
    if (number !== null) return number;
    const before = known.findLastIndex((label, at) => at < index && label !== null);
    const after = known.findIndex((label, at) => at > index && label !== null);
    const fromBefore = before < 0 ? null : (known[before] as number) + index - before;
    const fromAfter = after < 0 ? null : (known[after] as number) - (after - index);
    if (fromBefore !== null && fromAfter !== null) return fromBefore === fromAfter ? fromBefore : null;
    return fromBefore ?? (fromAfter !== null && fromAfter > 0 ? fromAfter : null);
  });
}
