// The package as another project installs it: npm pack, npm install, the command line and the library.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { issueSchema } from '../src/model/index.js';
import { folderWith } from './support/folder.js';
import { GAZETTE_TEXT } from './support/gazette.js';
import { ROOT } from './support/paths.js';

const run = (command: string, args: readonly string[], cwd: string) =>
  spawnSync(command, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });

const USES = `
import { writeFileSync } from 'node:fs';
import { convertIssue, Isolated, issueSchema, parseDeadlines, parseDepartments, schema, toCalendar, toCsv, toMarkdown, toNdjson } from 'gongbao';
const issue = await convertIssue('要点.txt');
issueSchema.parse(issue);
const isolated = new Isolated();
const same = JSON.stringify(await isolated.convertIssue('要点.txt')) === JSON.stringify(issue);
await isolated.close();
const forms = [toCsv, toNdjson, toCalendar, toMarkdown].map((write) => write(issue).length > 0);
const [deadline] = parseDeadlines('6月底前', { reference: '2024-05-20', mode: 'cell' });
const { departments } = parseDepartments('省公安厅牵头');
console.log(JSON.stringify({ measures: issue.measures.length, same, forms, end: deadline.end, role: departments[0].role, type: schema.type }));
`;

test('a package is made that installs and runs in an empty project', (context) => {
  const cwd = folderWith({
    'package.json': '{ "name": "empty", "private": true, "type": "module" }',
    '要点.txt': GAZETTE_TEXT,
    'uses.js': USES,
  });
  // dist is there: the tests built it
  const packed = run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', cwd, ROOT], cwd);
  expect(packed.status, packed.stderr).toBe(0);
  const tarball = readdirSync(cwd).find((name) => name.endsWith('.tgz')) ?? '';
  // scripts only build nodejieba, which is optional
  const args = ['install', `./${tarball}`, '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'];
  const installed = run('npm', args, cwd);
  if (/ENOTCACHED|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT/.test(installed.stderr)) {
    console.warn('npm cannot reach its packages: the installation is not tested');
    context.skip();
  }
  expect(installed.status, installed.stderr).toBe(0);

  const files = readdirSync(join(cwd, 'node_modules/gongbao')).sort();
  expect(files).toEqual(['LICENSE', 'README.md', 'README.zh-CN.md', 'dist', 'package.json', 'schema', 'src']);

  expect(existsSync(join(cwd, 'node_modules/gongbao/dist/review/page/index.html'))).toBe(true);

  const converted = run('npx', ['--no-install', 'gongbao', 'convert', '要点.txt', '--format', 'csv,ics'], cwd);
  expect(converted.status, converted.stderr).toBe(0);
  expect(issueSchema.parse(JSON.parse(readFileSync(join(cwd, 'output/要点.json'), 'utf8'))).measures).toHaveLength(2);
  expect(readFileSync(join(cwd, 'output/要点.ics'), 'utf8')).toContain('DTSTART;VALUE=DATE:20210630');

  const used = run(process.execPath, ['uses.js'], cwd);
  expect(used.status, used.stderr).toBe(0);
  expect(JSON.parse(used.stdout)).toEqual({
    measures: 2,
    same: true,
    forms: [true, true, true, true],
    end: '2024-06-30',
    role: 'lead',
    type: 'object',
  });
}, 300_000);
