// Lists that could not be read, and what may be pieces of them.
import type { Measure } from '../model/index.js';
import type { UnreadTable } from '../repair/index.js';

/** Flags the items of a text that stand on a page with an unread list: they may be cells of it. */
export function flagUnread(measures: readonly Measure[], unreadTables: readonly UnreadTable[]): void {
  const pages = new Set(unreadTables.map(({ page }) => page));
  for (const { origin, sources, flags } of measures) {
    if (origin !== 'body' || !sources.some((source) => 'page' in source && pages.has(source.page))) continue;
    const message = '此页有未能读出的任务清单，本条可能是清单中的文字';
    flags.push({ code: 'column-unrecognised', field: 'origin', severity: 'check', message });
  }
}
