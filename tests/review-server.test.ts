// gongbao review, as a process: what it serves, to whom, and what it keeps.
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Correction, correctionsSchema, type Issue, issueSchema, type Measure } from '../src/model/index.js';
import { runCli } from './support/cli.js';
import { setting } from './support/corrections.js';
import { filesIn, folderForFile, folderWith } from './support/folder.js';
import { GAZETTE_TEXT } from './support/gazette.js';
import { unit } from './support/issue.js';
import { Review } from './support/review.js';

const SECRET = 'not for the page';
const cwd = folderForFile({
  'in/公报.txt': GAZETTE_TEXT,
  'secret.json': SECRET,
  'in/broken.pdf': '%PDF-1.7 and no more',
});
const out = join(cwd, 'output');
const ISSUE = `api/issues/${encodeURIComponent('公报')}`;
let review: Review;

interface Loaded {
  original: Issue;
  records: string;
  state: { revision: number; changes: { id: string; undone?: string }[] };
  source: string;
  problem?: { code: string };
}
const loaded = (): Promise<Loaded> => review.get(ISSUE);

beforeAll(async () => {
  runCli(['convert', 'in', '--no-keywords', '--lang', 'en'], { cwd });
  expect(filesIn(out)).toContain('公报.json');
  symlinkSync(join(cwd, 'secret.json'), join(out, 'link.json'));
  review = await Review.start(cwd);
});

describe('who may ask', () => {
  const tokenPath = () => new URL(review.address).pathname;

  test('the page with its address gets the page, and records; nothing is kept by the browser', async () => {
    const page = await review.ask('');
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    const data = await review.ask(ISSUE);
    expect(data.status).toBe(200);
    expect(issueSchema.parse(JSON.parse(data.body).original).measures).toHaveLength(2);
    for (const { headers } of [page, data]) {
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
      expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    }
  });

  test('only on this machine', () => {
    expect(new URL(review.address).hostname).toBe('127.0.0.1');
  });

  test.each<[string, () => Record<string, string>]>([
    ['under another name (DNS rebinding)', () => ({ Host: 'evil.example' })],
    ['under another name with the port', () => ({ Host: `evil.example:${review.port}` })],
    ['for another port', () => ({ Host: '127.0.0.1:1' })],
    ['from a page of another host', () => ({ Origin: 'https://evil.example' })],
    ['from a page of another port', () => ({ Origin: 'http://127.0.0.1:1' })],
    ['from a page without origin', () => ({ Origin: 'null' })],
    ['from another site, as browsers say it', () => ({ 'Sec-Fetch-Site': 'cross-site' })],
    ['from another port, as browsers say it', () => ({ 'Sec-Fetch-Site': 'same-site' })],
  ])('not %s, whatever is asked', async (_, headers) => {
    const { state, records, original } = await loaded();
    for (const path of ['', ISSUE, `${ISSUE}/state`, `${ISSUE}/source`, `${ISSUE}/export/json`]) {
      const { status, body } = await review.ask(path, { headers: headers() });
      expect(status, path).toBe(403);
      expect(body).not.toContain('青石市');
    }
    const correction: Correction = { what: 'remove', from: original.measures[0] as Measure };
    const body = { revision: state.revision, records, correction };
    expect((await review.ask(`${ISSUE}/changes`, { method: 'POST', headers: headers(), body })).status).toBe(403);
    expect((await loaded()).state).toEqual(state);
  });

  test.each([
    ['none', (path: string) => `/${path}`],
    ['another', (path: string) => `/${'A'.repeat(32)}/${path}`],
    ['part of it', (path: string) => `${tokenPath().slice(0, -2)}/${path}`],
    ['more than it', (path: string) => `${tokenPath().slice(0, -1)}x/${path}`],
    ['it elsewhere', (path: string) => `/${path}?token=${tokenPath().slice(1, -1)}`],
  ])('not with %s for a token', async (_, pathOf) => {
    for (const path of ['', 'index.html', ISSUE, 'api/issues'])
      expect((await review.askRaw(pathOf(path))).status).toBe(403);
  });

  test('what a form of another page could send is not taken', async () => {
    const { state } = await loaded();
    const { status } = await review.ask(`${ISSUE}/undo`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: JSON.stringify({ revision: state.revision }),
    });
    expect(status).toBe(415);
  });

  test('each start has a token of its own', async () => {
    const other = await Review.start(cwd);
    expect(new URL(other.address).pathname).not.toBe(tokenPath());
    expect((await other.askRaw(`${tokenPath()}api/issues`)).status).toBe(403);
    expect(await other.interrupt()).toBe(130);
  });
});

describe('paths do not leave the folder', () => {
  test.each([
    'api/issues/..%2Fsecret',
    'api/issues/%2e%2e%2fsecret',
    'api/issues/..%5Csecret',
    'api/issues/../secret',
    'api/issues/../../secret.json',
    'api/issues/..%2F..%2Fsecret/source',
    `api/issues/${encodeURIComponent(join(cwd, 'secret'))}`,
    'api/issues/%00',
    'api/issues/index',
    '../secret.json',
    '%2e%2e/secret.json',
    'assets/../../../secret.json',
    'assets/..%2f..%2f..%2fpackage.json',
    'pdfjs/cmaps/../../package.json',
    'pdfjs/cmaps/%2e%2e%2f%2e%2e%2fpackage.json',
    `${ISSUE}/export/..%2Fsecret`,
    `${ISSUE}/export/exe`,
    '%E0%A4%A',
  ])('%s', async (path) => {
    const { status, body } = await review.ask(path);
    expect([400, 403, 404, 422]).toContain(status);
    expect(body).not.toContain(SECRET);
    expect(body).not.toContain('pdfjs-dist');
  });

  test('nor through a link, or a list in the folder that names another file', async () => {
    const linked = await review.ask('api/issues/link');
    expect(linked.status).toBe(422);
    expect(linked.body).not.toContain(SECRET);
    const index = JSON.parse(readFileSync(join(out, 'index.json'), 'utf8'));
    const entry = index.files.find(({ input }: { input: string }) => input.endsWith('公报.txt'));
    const before = readFileSync(join(out, 'index.json'), 'utf8');
    entry.path = '../secret.json';
    writeFileSync(join(out, 'index.json'), JSON.stringify(index));
    const { body } = await review.ask(`${ISSUE}/source`);
    // still the input, which earlier runs noted; never a file with other bytes
    expect(body).not.toContain(SECRET);
    expect(body).toBe(GAZETTE_TEXT);
    writeFileSync(join(out, 'index.json'), before);
  });
});

test('the list says what is in each issue, what is left to check, and what could not be converted', async () => {
  const { issues, failed } = await review.get<{ issues: Record<string, unknown>[]; failed: Record<string, string>[] }>(
    'api/issues',
  );
  expect(issues).toContainEqual(
    expect.objectContaining({ name: '公报', file: '公报.txt', measures: 2, open: 0, errors: 0, changes: 0 }),
  );
  expect(issues.find(({ name }) => name === 'link')).toMatchObject({ problem: { code: 'output-damaged' } });
  expect(failed).toEqual([expect.objectContaining({ input: 'in/broken.pdf', code: 'pdf-damaged' })]);
});

describe('corrections', () => {
  const path = join(out, '公报.corrections.json');
  const setDepartment = (measure: Measure, name: string): Correction => setting(measure, { departments: [unit(name)] });
  const change = async (revision: number, correction: Correction) =>
    review.post(`${ISSUE}/changes`, { revision, records: (await loaded()).records, correction });
  const undo = async (revision: number, id?: string) =>
    review.post(`${ISSUE}/undo`, { revision, records: (await loaded()).records, ...(id && { id }) });
  const saved = () => correctionsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));

  test('are saved at once, one after the other, and taken back', async () => {
    const { original, state } = await loaded();
    expect(state).toEqual({ revision: 0, changes: [] });
    const [first, second] = original.measures as [Measure, Measure];
    expect((await change(0, setDepartment(first, '市甲局'))).status).toBe(200);
    expect(saved()).toMatchObject({ revision: 1, source: { file: '公报.txt' } });
    expect((await change(1, setDepartment(second, '市乙局'))).status).toBe(200);
    expect((await undo(2)).status).toBe(200);
    const { revision, changes } = saved();
    expect(revision).toBe(3);
    expect(changes.map(({ id, undone }) => [id, undone !== undefined])).toEqual([
      ['c1', false],
      ['c2', true],
    ]);
    // the records as read stay as they are
    expect((await loaded()).original).toEqual(original);
  });

  test('two pages at once: the later is refused with what there is now, and nothing is lost', async () => {
    const { original, state } = await loaded();
    const [, second] = original.measures as [Measure, Measure];
    const answers = await Promise.all(
      ['市丙局', '市丁局', '市戊局'].map((name) => change(state.revision, setDepartment(second, name))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const refused = answers.filter(({ status }) => status === 409).map(({ body }) => JSON.parse(body));
    for (const { kind, state: now } of refused) {
      expect(kind).toBe('outdated');
      expect(now).toEqual((await loaded()).state);
    }
    expect(saved().changes).toHaveLength(state.changes.length + 1);
    // taking back what one has not seen is refused too
    expect((await undo(state.revision)).status).toBe(409);
  });

  test('any one is taken back, unless a later one fits only with it', async () => {
    const { original, state } = await loaded();
    const first = original.measures[0] as Measure;
    const read = { ...first, departments: [unit('市甲局')] };
    const ids: string[] = [];
    const make = async (correction: Correction): Promise<void> => {
      const { revision } = (await loaded()).state;
      const { status, body } = await change(revision, correction);
      expect(status, body).toBe(200);
      ids.push(JSON.parse(body).state.changes.at(-1).id);
    };
    await make(setting(read, { departments: [unit('市辛局')] }));
    await make(setting(first, { number: '九' }));
    await make(setting({ ...first, departments: [unit('市辛局')] }, { departments: [unit('市壬局')] }));
    const [units = '', number = '', again = ''] = ids;
    const { revision } = (await loaded()).state;
    const before = readFileSync(path, 'utf8');
    const refused = await undo(revision, units);
    expect(refused.status).toBe(422);
    expect(JSON.parse(refused.body)).toMatchObject({ kind: 'needed', by: again, state: { revision } });
    expect(readFileSync(path, 'utf8')).toBe(before);
    expect((await undo(revision, number)).status).toBe(200);
    const after = (await loaded()).state;
    expect(after.changes.filter(({ undone }) => undone === undefined).map(({ id }) => id)).not.toContain(number);
    // once is enough, and what there never was cannot be
    for (const id of [number, 'c999'])
      expect(JSON.parse((await undo(after.revision, id)).body)).toMatchObject({ kind: 'unfit' });
    expect((await undo(after.revision, again)).status).toBe(200);
    expect((await undo(after.revision + 1, units)).status).toBe(200);
    const left = (some: typeof state.changes) => some.filter(({ undone }) => undone === undefined).map(({ id }) => id);
    expect(left((await loaded()).state.changes)).toEqual(left(state.changes));
  });

  test('to records that a conversion replaced since are refused, and nothing is stored', async () => {
    const { original, records, state } = await loaded();
    const file = join(out, '公报.json');
    const whole = readFileSync(file, 'utf8');
    const [first, second] = original.measures as [Measure, Measure];
    writeFileSync(file, JSON.stringify({ ...original, measures: [{ ...first, number: '十一' }, second] }));
    const now = await review.get<Loaded>(`${ISSUE}/state`);
    expect(now).toEqual({ state, records: (await loaded()).records });
    expect(now.records).not.toBe(records);
    const before = readFileSync(path, 'utf8');
    const { revision } = state;
    for (const answer of [
      await review.post(`${ISSUE}/changes`, { revision, records, correction: setDepartment(second, '市癸局') }),
      await review.post(`${ISSUE}/undo`, { revision, records }),
    ]) {
      expect(answer.status).toBe(409);
      expect(JSON.parse(answer.body)).toEqual({ kind: 'replaced', state, records: now.records });
    }
    expect(readFileSync(path, 'utf8')).toBe(before);
    // written again as they were, they are the same
    writeFileSync(file, whole);
    expect((await loaded()).records).toBe(records);
    expect((await review.post(`${ISSUE}/changes`, { revision, correction: { what: 'everything' } })).status).toBe(400);
    expect((await review.post(`${ISSUE}/undo`, { revision })).status).toBe(400);
  });

  test('that do not fit the records, or are none, are refused', async () => {
    const { original, records, state } = await loaded();
    const [, second] = original.measures as [Measure, Measure];
    const { revision } = state;
    expect((await change(revision, setDepartment({ ...second, departments: [] }, '市己局'))).status).toBe(422);
    const elsewhere = setting(second, { documentId: 'd9' });
    expect((await change(revision, elsewhere)).status).toBe(422);
    for (const wrong of [
      { ...setDepartment(second, 'x'), to: { departments: 'x' } },
      { ...setDepartment(second, 'x'), to: { id: 'x' } },
      { what: 'everything' },
      null,
    ])
      expect((await review.post(`${ISSUE}/changes`, { revision, records, correction: wrong })).status).toBe(400);
    expect((await review.post(`${ISSUE}/changes`, '{"revision":')).status).toBe(400);
    expect((await loaded()).state).toEqual(state);
  });

  test('are in every form that is exported, and in what the next conversion writes', async () => {
    for (const format of ['json', 'csv', 'ndjson', 'md']) {
      const { status, body, headers } = await review.ask(`${ISSUE}/export/${format}`);
      expect(status).toBe(200);
      expect(headers['content-disposition']).toContain(`attachment; filename*=UTF-8''${encodeURIComponent('公报')}`);
      expect(body).toContain('市甲局');
    }
    const { original } = await loaded();
    const answer = await review.post(`${ISSUE}/export`, {});
    expect(JSON.parse(answer.body)).toEqual({
      files: ['公报.json', '公报.xlsx', '公报.csv', '公报.ndjson', '公报.ics', '公报.md'],
    });
    const written = readFileSync(join(out, '公报.json'), 'utf8');
    expect(issueSchema.parse(JSON.parse(written)).measures[0]?.departments).toEqual([unit('市甲局')]);
    // the page still starts from the records as read, so that taking back is possible
    expect((await loaded()).original).toEqual(original);
    expect(runCli(['convert', 'in', '--no-keywords', '--lang', 'en'], { cwd }).stderr).toContain(
      '[converted] in/公报.txt',
    );
    expect(readFileSync(join(out, '公报.json'), 'utf8')).toBe(written);
    expect((await loaded()).original).toEqual(original);
  });

  test('in a broken file are never written over; it is named, and the records can still be read', async () => {
    const whole = readFileSync(path, 'utf8');
    for (const broken of [whole.slice(0, -40), '{}', '', '[]']) {
      writeFileSync(path, broken);
      const { original, problem, state } = await loaded();
      expect(original.measures).toHaveLength(2);
      expect(problem).toMatchObject({ code: 'corrections-damaged' });
      const answer = await change(state.revision, setDepartment(original.measures[1] as Measure, '市庚局'));
      expect(answer.status).toBe(422);
      expect(answer.body).toContain('corrections-damaged');
      expect(answer.body).toContain('公报.corrections.json');
      expect((await undo(0)).status).toBe(422);
      expect((await review.post(`${ISSUE}/export`, {})).status).toBe(422);
      expect(readFileSync(path, 'utf8')).toBe(broken);
    }
    writeFileSync(path, whole);
    expect((await loaded()).problem).toBeUndefined();
  });

  test('without the records as read there is no guessing', async () => {
    const original = readFileSync(join(out, '公报.original.json'), 'utf8');
    rmSync(join(out, '公报.original.json'));
    const { status, body } = await review.ask(ISSUE);
    expect(status).toBe(422);
    expect(JSON.parse(body).error).toMatchObject({ code: 'original-missing' });
    writeFileSync(join(out, '公报.original.json'), original);
  });
});

test('what a person types is read by the grammars that read the issue', async () => {
  const context = { reference: '2021-03-15', issuer: '青石市人民政府办公室' };
  const read = async (what: string, text: string) =>
    JSON.parse((await review.post('api/parse', { what, text, ...context })).body);
  expect((await read('deadlines', '6月底前')).deadlines).toMatchObject([{ kind: 'by', end: '2021-06-30' }]);
  expect((await read('departments', '市公安局牵头，民政局配合')).departments).toMatchObject([
    { name: '市公安局', role: 'lead' },
    { name: '市民政局', role: 'support' },
  ]);
});

test('the lines of a text file count as records count them', async () => {
  const { lines } = await review.get<{ lines: string[] }>(`${ISSUE}/lines`);
  expect(lines).toEqual(GAZETTE_TEXT.split('\n'));
});

test('what can be drawn before the records are there comes by itself', async () => {
  const { original } = await loaded();
  expect(await review.get(`${ISSUE}/start`)).toEqual({ file: original.source, source: 'there', page: 1 });
});

test('an input that is gone, or another now, is not shown, and the records are', async () => {
  writeFileSync(join(cwd, 'in/公报.txt'), `${GAZETTE_TEXT}。`);
  expect((await loaded()).source).toBe('changed');
  expect((await review.ask(`${ISSUE}/source`)).status).toBe(404);
  rmSync(join(cwd, 'in/公报.txt'));
  expect((await loaded()).source).toBe('missing');
  writeFileSync(join(cwd, 'in/公报.txt'), GAZETTE_TEXT);
  expect((await loaded()).source).toBe('there');
});

test('the data of pdf.js is served, and what is asked with other methods is not', async () => {
  expect((await review.ask('pdfjs/cmaps/UniGB-UCS2-H.bcmap')).status).toBe(200);
  expect((await review.ask('index.html', { method: 'PUT', body: 'x' })).status).toBe(405);
  expect((await review.ask(ISSUE, { method: 'DELETE' })).status).toBe(405);
});

test('the command says what is wrong in one line', () => {
  const folder = folderWith({ 'empty/readme.txt': '' });
  const wrong = (...args: string[]) => runCli(['review', ...args, '--no-open', '--lang', 'en'], { cwd: folder });
  expect(wrong('empty').stderr).toMatch(/^error \[nothing-to-review\]: empty: .*; run gongbao convert first/);
  expect(wrong('gone').stderr).toMatch(/^error \[file-missing\]: gone: /);
  const taken = wrong(out, '--port', String(review.port));
  expect(taken.stderr).toMatch(/^error \[port-taken\]: 127\.0\.0\.1:\d+: .*another program uses it/);
  expect(taken.status).toBe(1);
  expect(wrong('--port', 'x').status).toBe(2);
});
