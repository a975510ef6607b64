import { Unsavable } from './unsavable.js';

const HEADING = /^(.+?)[：:](.*)$/;

/**
 * Further columns of a list, a line each, as they were typed.
 *
 * @throws Unsavable where a line has no heading, or that of another
 */
export function columnsOf(typed: string): Record<string, string> {
  const columns = new Map<string, string>();
  for (const line of typed.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const [, heading = '', text = ''] = HEADING.exec(line)?.map((part) => part.trim()) ?? [];
    if (heading === '') throw new Unsavable('extra-no-heading', { line });
    if (columns.has(heading)) throw new Unsavable('extra-twice', { heading });
    columns.set(heading, text);
  }
  return Object.fromEntries(columns);
}
