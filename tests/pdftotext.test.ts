import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { committedIssues } from '../fixtures/typesetter/committed.js';
import { type Comparison, compare } from '../fixtures/typesetter/compare.js';
import { expectationOf } from '../fixtures/typesetter/layout.js';
import { truthOf } from '../fixtures/typesetter/truth.js';
import { convertIssue } from '../src/index.js';

const isHere = spawnSync('pdftotext', ['-v']).status === 0;
if (!isHere) console.warn('skipped: pdftotext (poppler) is not installed');

/** What comes back wrong without a flag, and why. */
const SHORTFALLS: Readonly<Record<string, string>> = {
  '-layout pdfkit-watermark': 'letters of the watermark stand among those of the text',
  '-raw doubled-glyphs': 'every line is there twice',
  '-layout off-page-text': 'a running head outside the page stands among the text',
  '-layout pdfkit-unruled': 'lines of two columns meet without white between them',
  '-raw turned-pages': 'lines of pages on their side come in no order',
  '-raw gbk-euc-h': 'pdftotext gives half-width percent signs as full-width ones',
  'gbk-euc-h': 'pdftotext gives half-width percent signs as full-width ones',
};

const issues = committedIssues(new URL('..', import.meta.url).href).filter(
  ({ file, layout }) => file.endsWith('.pdf') && expectationOf(layout) === 'records',
);

describe.skipIf(!isHere).each([['-layout'], ['-raw'], ['']])('pdftotext %s', (mode) => {
  test.each(issues.map((issue) => [issue.name, issue] as const))(
    '%s: nothing wrong without a flag',
    async (name, issue) => {
      const options = [...(mode ? [mode] : []), issue.file, '-'];
      const text = execFileSync('pdftotext', options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      const { differences }: Comparison = compare(
        truthOf(issue.manuscript, issue.layout),
        await convertIssue({ text }),
      );
      const silent = differences.filter((difference) => difference.silent);
      if (SHORTFALLS[`${mode} ${name}`.trim()]) expect(silent.length).toBeGreaterThan(0);
      else expect(silent).toEqual([]);
    },
  );
});
