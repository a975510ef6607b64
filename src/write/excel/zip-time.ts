const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
/** The earliest time an entry can carry. */
export const EARLIEST = new Date('1980-01-01T00:00:00Z');
/** The same as an MS-DOS date: day 1, month 1, year 0. */
const EARLIEST_DATE = 0x0021;

/**
 * Sets the time of every entry of a zip to 1980-01-01, in place. exceljs stamps the entries with the time of writing and
 * offers no way to choose another, so the same workbook would never give the same bytes.
 * Field offsets: PKWARE APPNOTE 4.3.7 (local header), 4.3.12 (directory), 4.3.16 (end of directory).
 */
export function withoutZipTimes(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  if (end < 0) throw new Error('not a zip file');
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(entry, true) !== DIRECTORY_ENTRY) throw new Error('damaged zip directory');
    setEarliest(view, entry + 12);
    setEarliest(view, view.getUint32(entry + 42, true) + 10);
    entry +=
      46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
  return zip;
}

function setEarliest(view: DataView, offset: number): void {
  view.setUint16(offset, 0, true);
  view.setUint16(offset + 2, EARLIEST_DATE, true);
}
