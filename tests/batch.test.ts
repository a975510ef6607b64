import { linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { NOTHING_BESIDE } from '../src/batch/beside.js';
import type { Counts } from '../src/batch/counts.js';
import { discoverInputs } from '../src/batch/discover.js';
import { StoppedInCompany } from '../src/batch/memory-watch.js';
import { DEFAULT_FORMATS, planOutputs } from '../src/batch/names.js';
import { prepareOutputFolder, writeTogether } from '../src/batch/outputs.js';
import { type Converted, type Outcome, type RunOptions, runConversions, type Stages } from '../src/batch/run.js';
import { GongbaoError } from '../src/errors.js';
import { filesIn, folderWith } from './support/folder.js';

describe('which files are converted', () => {
  const found = async (folder: string, paths = [folder]) => {
    const { inputs, errors } = await discoverInputs(paths);
    return {
      inputs: inputs.map((path) => relative(folder, path)),
      errors: errors.map(({ code, file }) => [code, relative(folder, file)]),
    };
  };

  test('of a folder: PDF and text at any depth, in a stable order', async () => {
    const folder = folderWith({
      '2021/2.pdf': 'x',
      '2020/12.TXT': 'x',
      '2020/11.pdf': 'x',
      'a.txt': 'x',
      'note.docx': 'x',
    });
    expect((await found(folder)).inputs).toEqual(['2020/11.pdf', '2020/12.TXT', '2021/2.pdf', 'a.txt']);
  });

  test('not what systems and programs leave beside them', async () => {
    const folder = folderWith({ '._a.pdf': 'x', '.git/b.txt': 'x', '~$c.txt': 'x', 'd.pdf': 'x' });
    expect((await found(folder)).inputs).toEqual(['d.pdf']);
  });

  test('a file named by the user is taken whatever its extension: it is the reader who says what it is', async () => {
    const folder = folderWith({ 公报: 'x' });
    expect((await found(folder, [join(folder, '公报')])).inputs).toEqual(['公报']);
  });

  test('a file given twice, also within its folder or through a link, is converted once', async () => {
    const folder = folderWith({ 'a.pdf': 'x' });
    symlinkSync(join(folder, 'a.pdf'), join(folder, 'b.pdf'));
    expect((await found(folder, [join(folder, 'a.pdf'), folder])).inputs).toEqual(['a.pdf']);
  });

  test('links in a circle, and links to nothing, do no harm', async () => {
    const folder = folderWith({ 'year/a.pdf': 'x' });
    symlinkSync(folder, join(folder, 'year/back'));
    symlinkSync(join(folder, 'gone.pdf'), join(folder, 'year/gone.pdf'));
    expect(await found(folder)).toEqual({ inputs: ['year/a.pdf'], errors: [] });
  });

  test('a folder without input and a missing file are errors, and the others are still found', async () => {
    const folder = folderWith({ 'a.pdf': 'x', 'empty/readme.md': 'x' });
    const paths = ['empty', 'gone.pdf', 'a.pdf'].map((name) => join(folder, name));
    expect(await found(folder, paths)).toEqual({
      inputs: ['a.pdf'],
      errors: [
        ['folder-without-input', 'empty'],
        ['file-missing', 'gone.pdf'],
      ],
    });
  });
});

describe('names of the outputs: STEM.json where the stem is unique, else no longer than needed to tell inputs apart', () => {
  test.each([
    ['one input', ['in/a.pdf'], ['a']],
    ['a dot within the stem', ['in/2020.11.pdf'], ['2020.11']],
    ['the same issue as PDF and as text', ['in/a.pdf', 'in/a.txt', 'in/b.pdf'], ['a', 'a.txt', 'b']],
    ['one name in the folders of several years', ['2020/11.pdf', '2021/11.pdf'], ['2020_11.pdf', '2021_11.pdf']],
    ['one name and one folder name', ['x/1/a.pdf', 'y/1/a.pdf', 'a.txt'], ['x_1_a.pdf', 'y_1_a.pdf', 'a.txt']],
    ['names that differ only in case, which Windows and macOS ignore', ['A.pdf', 'a.txt'], ['A', 'a.txt']],
    ['a longer name that is the stem of another', ['a.pdf', 'a.txt', 'a.pdf.txt'], ['a', 'a.txt', 'a.pdf']],
  ])('%s', (_, inputs, names) => {
    const plans = planOutputs(
      inputs.map((input) => join('/公报', input)),
      'out',
    );
    expect(plans.map(({ name }) => name)).toEqual(names);
    expect(plans.map(({ paths }) => paths.json)).toEqual(plans.map(({ name }) => join('out', `${name}.json`)));
  });

  test('whole paths that differ only in case get numbers', () => {
    expect(new Set(planOutputs(['a.pdf', 'A.pdf'], 'out').map(({ name }) => name.toLowerCase())).size).toBe(2);
  });

  test('an input is never overwritten by an output', () => {
    expect(planOutputs(['a.json'], '.')[0]).toMatchObject({ name: 'a.json', renamed: true });
  });
});

describe('an output is written whole or not at all', () => {
  test('files appear with their content and nothing else is left in the folder', async () => {
    const folder = folderWith({ 'a.json': 'old' });
    await writeTogether([
      { path: join(folder, 'a.xlsx'), content: Uint8Array.of(80, 75) },
      { path: join(folder, 'a.json'), content: '{}' },
    ]);
    expect(filesIn(folder)).toEqual(['a.json', 'a.xlsx']);
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('{}');
  });

  test('replacing does not write into the old file: a reader of it, or a hard link, keeps the old content', async () => {
    const folder = folderWith({ 'a.json': 'old' });
    linkSync(join(folder, 'a.json'), join(folder, 'kept.json'));
    await writeTogether([{ path: join(folder, 'a.json'), content: 'new' }]);
    expect(readFileSync(join(folder, 'kept.json'), 'utf8')).toBe('old');
  });

  test('when the second file cannot be written, the first is not replaced and no temporary file stays', async () => {
    const folder = folderWith({ 'a.xlsx': 'old' });
    mkdirSync(join(folder, 'a.json'));
    const writing = writeTogether([
      { path: join(folder, 'a.xlsx'), content: 'new' },
      { path: join(folder, 'a.json'), content: '{}' },
    ]);
    await expect(writing).rejects.toMatchObject({ code: 'output-not-writable', file: join(folder, 'a.json') });
    expect(readFileSync(join(folder, 'a.xlsx'), 'utf8')).toBe('old');
    expect(filesIn(folder)).toEqual(['a.json', 'a.xlsx']);
  });

  test('a name as long as file systems allow can be written', async () => {
    const folder = folderWith();
    const path = join(folder, `${'公'.repeat(83)}.json`);
    await writeTogether([{ path, content: '{}' }]);
    expect(readFileSync(path, 'utf8')).toBe('{}');
  });

  test('the output folder is made with the folders above it, and one that cannot be made is known at once', async () => {
    const folder = folderWith({ file: 'x' });
    await prepareOutputFolder(join(folder, 'a/b'));
    expect(filesIn(join(folder, 'a/b'))).toEqual([]);
    const under = join(folder, 'file', 'out');
    await expect(prepareOutputFolder(under)).rejects.toMatchObject({ code: 'output-not-writable', file: under });
  });
});

describe('a run over several inputs', () => {
  const COUNTS: Counts = { pages: 1, documents: 1, measures: 0, flags: { note: 0, check: 0, error: 0 } };
  const converted = async (): Promise<Converted> => ({
    contents: { json: '{}', xlsx: new Uint8Array() },
    counts: COUNTS,
    seconds: 1,
  });
  const run = async (stages: Partial<Stages>, inputs: string[], options: Partial<RunOptions> = {}) => {
    const folder = folderWith();
    const outcomes: Outcome[] = [];
    await runConversions(
      planOutputs(inputs, folder),
      {
        convert: converted,
        hash: async () => '',
        corrections: async () => null,
        unchanged: () => null,
        missing: () => DEFAULT_FORMATS,
        remember: async () => {},
        ...stages,
      },
      { jobs: 1, report: (outcome) => outcomes.push(outcome), ...options },
    );
    return { files: filesIn(folder), outcomes };
  };

  test('an input that fails leaves no output and does not keep the others from being converted', async () => {
    const convert = vi.fn(async (input: string) => {
      if (input === 'b.pdf') throw new GongbaoError('pdf-damaged', input);
      return converted();
    });
    const { files, outcomes } = await run({ convert }, ['a.pdf', 'b.pdf', 'c.pdf']);
    expect(files).toEqual(['a.json', 'a.xlsx', 'c.json', 'c.xlsx']);
    expect(outcomes.map(({ kind, plan }) => [plan.input, kind]).sort()).toEqual([
      ['a.pdf', 'converted'],
      ['b.pdf', 'failed'],
      ['c.pdf', 'converted'],
    ]);
  });

  test('what nobody foresaw is an internal error that names the input', async () => {
    const convert = () => Promise.reject(new TypeError('x is not a function'));
    const { outcomes } = await run({ convert }, ['a.pdf']);
    expect(outcomes).toMatchObject([
      {
        kind: 'failed',
        error: { code: 'internal', file: 'a.pdf', details: { reason: 'TypeError: x is not a function' } },
      },
    ]);
  });

  test('what changes while it is read is an error, and what was made of it is not written', async () => {
    let bytes = 0;
    const { files, outcomes } = await run({ hash: async () => `${bytes++}` }, ['a.pdf']);
    expect(outcomes).toMatchObject([{ kind: 'failed', error: { code: 'input-changed' } }]);
    expect(files).toEqual([]);
  });

  test('what has not changed is not converted again', async () => {
    const convert = vi.fn(converted);
    const unchanged: Stages['unchanged'] = ({ input }) => (input === 'a.pdf' ? COUNTS : null);
    const { files, outcomes } = await run({ convert, unchanged }, ['a.pdf', 'b.pdf']);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['converted', 'unchanged']);
    expect(convert.mock.calls).toEqual([['b.pdf', DEFAULT_FORMATS, NOTHING_BESIDE]]);
    expect(files).toEqual(['b.json', 'b.xlsx']);
  });

  test('what may have taken too much memory beside others is tried again alone', async () => {
    let inHand = 0;
    const convert = async (input: string) => {
      inHand += 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
      const isAlone = inHand === 1;
      inHand -= 1;
      if (!isAlone && input === 'b.pdf') throw new StoppedInCompany(input);
      return converted();
    };
    const { outcomes } = await run({ convert }, ['a.pdf', 'b.pdf', 'c.pdf'], { jobs: 2 });
    expect(outcomes.map(({ kind }) => kind)).toEqual(['converted', 'converted', 'converted']);
    expect(outcomes.at(-1)?.plan.input).toBe('b.pdf');
  });

  test('when it is interrupted, what is in hand is finished and nothing else is begun', async () => {
    const interrupt = new AbortController();
    const convert = async () => {
      interrupt.abort();
      return converted();
    };
    const inputs = Array.from({ length: 9 }, (_, index) => `${index}.pdf`);
    const { outcomes } = await run({ convert }, inputs, { signal: interrupt.signal });
    // one is worked on, and another may be in hand beside it
    expect([1, 2]).toContain(outcomes.length);
    expect(outcomes.map(({ kind }) => kind)).toEqual(outcomes.map(() => 'converted'));
  });
});

test('a folder given as output may hold other files, which stay', async () => {
  const folder = folderWith();
  writeFileSync(join(folder, 'mine.txt'), 'x');
  await prepareOutputFolder(folder);
  expect(filesIn(folder)).toEqual(['mine.txt']);
});
