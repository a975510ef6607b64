// Section rows of a task list: 一、… over all columns, or its number in the column of numbers and the rest over all others.
import type { Cell, LogicalTable } from '../repair/index.js';
import { numberingOf } from '../text/numbering.js';
import type { Traced } from '../text/traced.js';

export interface Section {
  readonly cell: Cell;
  /** The cell of its number, where that stands apart. */
  readonly number: Cell | null;
}

/** The section that a row is; null for any other row. */
export function sectionIn(cells: readonly Cell[], { columns, roles }: LogicalTable): Section | null {
  const [first, second, ...others] = [...cells].sort((a, b) => a.column - b.column);
  if (!first || others.length > 0) return null;
  if (!second) return first.text.length > 0 && first.columnSpan === columns ? { cell: first, number: null } : null;
  const isApart = roles[first.column] === 'number' && first.columnSpan === 1 && first.text.length > 0;
  const isOverRest = second.columnSpan === columns - 1 && columns > 2;
  return isApart && isOverRest && second.text.length > 0 ? { cell: second, number: first } : null;
}

/** From the outside in; what is printed without a number stands on no level. */
const LEVELS: readonly RegExp[] = [
  /^第.{1,3}[章编編]/u,
  /^第.{1,3}[节節]/u,
  /^[一二三四五六七八九十百]+(?:[、．.]|$)/u,
  /^[（(][一二三四五六七八九十百]+[）)]/u,
  /^\d+(?:[.．、](?!\d)|$)/u,
  /^\d+[.．-]\d+/u,
  /^[（(]?\d+[）)]/u,
];

/** The sections that a row stands in, outermost first. */
export class OpenSections {
  private open: { section: Section; level: number }[] = [];
  private isHeading = false;

  get all(): readonly Section[] {
    return this.open.map(({ section }) => section);
  }

  begin(section: Section): void {
    if (this.open.at(-1)?.section.cell === section.cell) return;
    const text = (section.number ?? section.cell).text.text;
    const level = LEVELS.findIndex((pattern) => pattern.test(text));
    if (level >= 0) this.open = this.open.filter((other) => other.level >= 0 && other.level < level);
    // without a number it is a part of the section that it stands right below, or another one
    else if (!this.isHeading) this.open = [];
    this.open.push({ section, level });
    this.isHeading = true;
  }

  addRow(): void {
    this.isHeading = false;
  }
}

/** 一、 | （一） | 一: the number that stands apart from its section, as paths give numbers. */
export const sectionNumber = ({ text }: Traced): string => numberingOf(text)?.number ?? text.replace(/[、．.]$/u, '');
