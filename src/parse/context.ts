import type { Region } from '../gazetteer/index.js';
import type { Ledger } from './ledger.js';

/** What the parser of one document's measures needs to know of the document, and where it keeps account. */
export class Context {
  private readonly ids = new Map<string, number>();

  constructor(
    readonly documentId: string,
    /** ISO date that dates without a year are read from; null where the document prints none. */
    readonly reference: string | null,
    /** Short names of the issue's own regions. */
    readonly places: readonly string[],
    /** What 省, 市 and so on stand for. */
    readonly region: Region,
    readonly ledger: Ledger,
    private readonly pageLabels: readonly (string | null)[] = [],
  ) {}

  /** A page as a reader finds it: by the number printed on it, where one is. */
  pageName(page: number): string {
    return pageName(page, this.pageLabels);
  }

  /** d3.table.一.1.6; a second record of the same numbers gets ~2. */
  idOf(origin: 'table' | 'body', numbers: readonly (string | null)[]): string {
    const id = [this.documentId, origin, ...numbers.filter((number) => number !== null)].join('.');
    const count = (this.ids.get(id) ?? 0) + 1;
    this.ids.set(id, count);
    return count === 1 ? id : `${id}~${count}`;
  }
}

export function pageName(page: number, labels: readonly (string | null)[]): string {
  const label = labels[page - 1];
  return label ? `第${label}页` : `文件第${page}页`;
}
