import { findIssueName } from '../text/issue-name.js';

/** Beside the issue's name a running head has room for a section's name. */
const LONGEST_SECTION = 24;

/** A line that is the name and number of the issue, with at most a section's name beside it. */
export function isRunningHead(line: string): boolean {
  const name = findIssueName(line);
  return name !== null && line.trim().length - name.length <= LONGEST_SECTION && !/[。；;]/u.test(line);
}
