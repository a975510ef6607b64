import { toCheck } from '../batch/counts.js';
import type { IndexEntry } from '../batch/report.js';
import { type Language, oneLine, statusWord, TABLE } from '../messages.js';
import { columnsOf, ending } from './width.js';

/** The least that is left of a name, in columns. */
const NAME_COLUMNS = 12;
const GAP = '  ';
const UNKNOWN = '-';

/**
 * What became of each file, as lines of equal columns, with a line for all of them.
 *
 * @param seconds that the run took: with several threads less than the files together
 * @param width columns of the terminal, which names are cut for; null where there is none
 */
export function closingTable(
  entries: readonly IndexEntry[],
  seconds: number,
  language: Language,
  width: number | null,
): string[] {
  const sum = (of: (entry: IndexEntry) => number | undefined): string =>
    `${entries.reduce((total, entry) => total + (of(entry) ?? 0), 0)}`;
  const checks = ({ flags }: IndexEntry): number | undefined => flags && toCheck({ flags });
  const row = (entry: IndexEntry): string[] => [
    oneLine(entry.input),
    statusWord(entry.status, language),
    ...[entry.documents, entry.measures, checks(entry)].map((count) => `${count ?? UNKNOWN}`),
    entry.seconds?.toFixed(1) ?? UNKNOWN,
  ];
  const rows = [
    TABLE.headings[language],
    ...entries.map(row),
    [
      TABLE.total[language],
      `${entries.length}`,
      sum(({ documents }) => documents),
      sum(({ measures }) => measures),
      sum(checks),
      seconds.toFixed(1),
    ],
  ];
  return aligned(rows, width);
}

/** Names and words to the left, numbers to the right. */
function aligned(rows: readonly (readonly string[])[], width: number | null): string[] {
  const widest = (column: number): number => Math.max(...rows.map((row) => columnsOf(row[column] ?? '')));
  const others = [1, 2, 3, 4, 5].map(widest);
  const taken = others.reduce((sum, columns) => sum + GAP.length + columns, 0);
  const names = Math.min(
    widest(0),
    width === null ? Number.POSITIVE_INFINITY : Math.max(NAME_COLUMNS, width - taken - 1),
  );
  return rows.map(([name = '', status = '', ...numbers]) =>
    [
      padded(ending(name, names), names, 'end'),
      padded(status, others[0] ?? 0, 'end'),
      ...numbers.map((number, index) => padded(number, others[index + 1] ?? 0, 'start')),
    ].join(GAP),
  );
}

function padded(text: string, columns: number, where: 'start' | 'end'): string {
  const space = ' '.repeat(Math.max(0, columns - columnsOf(text)));
  return where === 'start' ? space + text : text + space;
}
