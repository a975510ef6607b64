import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadlineCell } from '../fixtures/typesetter/invent/deadlines/index.js';
import {
  closingClause,
  departmentCell,
  departmentForms,
  leadCell,
  leadsOf,
  supportCell,
} from '../fixtures/typesetter/invent/departments/index.js';
import { PLACES, type Place } from '../fixtures/typesetter/invent/places.js';
import type { Department } from '../src/model/index.js';

/** Words that name units, whichever of the recipes made them. */
interface Wording {
  readonly printed: string;
  readonly departments: readonly Department[];
  readonly openEnded?: boolean;
}

type Recipe = readonly [name: string, arbitrary: (place: Place) => fc.Arbitrary<Wording>];

const REFERENCE = '2024-05-20';
const SEED = 20240520;

const forms = departmentForms.map(({ name, arbitrary }): Recipe => [name, arbitrary]);
const clauses: Recipe = ['a closing clause', (place) => closingClause(place, deadlineCell(REFERENCE))];
const recipes: readonly Recipe[] = [
  ...forms,
  ['a cell of one column', departmentCell],
  ['a cell of who leads', leadCell],
  ['a cell of who supports', supportCell],
  ['who leads a category', leadsOf],
  clauses,
];

const samples = ([, arbitrary]: Recipe, numRuns: number): { place: Place; wording: Wording }[] =>
  PLACES.flatMap((place, index) =>
    fc.sample(arbitrary(place), { numRuns, seed: SEED + index }).map((wording) => ({ place, wording })),
  );

/** Where each unit's words begin, looked for behind the words before it; -1 where they are missing. */
function placesOf({ printed, departments }: Wording): number[] {
  let from = 0;
  return departments.map(({ raw }) => {
    const at = printed.indexOf(raw, from);
    from = at + raw.length;
    return at;
  });
}

const OPENING = '（([【“';
const CLOSING = '）)]】”';

function isBalanced(text: string): boolean {
  const open: number[] = [];
  for (const character of text) {
    if (OPENING.includes(character)) open.push(OPENING.indexOf(character));
    else if (CLOSING.includes(character) && open.pop() !== CLOSING.indexOf(character)) return false;
  }
  return open.length === 0;
}

describe('the invented places', () => {
  test('are told apart by their names, and by what their document numbers begin with', () => {
    for (const words of [PLACES.map(({ short }) => short), PLACES.map(({ docPrefix }) => docPrefix)]) {
      expect(new Set(words).size).toBe(PLACES.length);
    }
  });

  test('are of each kind: provinces, autonomous regions, cities', () => {
    expect(new Set(PLACES.map(({ prefix }) => prefix))).toEqual(new Set(['省', '自治区', '市']));
  });
});

describe('the words of an invented list say what its units say', () => {
  describe.each(recipes)('%s', (...recipe) => {
    const made = samples(recipe, 20);

    test('every unit stands in the words, one behind the other', () => {
      for (const { wording } of made) expect(placesOf(wording), wording.printed).not.toContain(-1);
    });

    test('a name is the words as printed, or those with the prefix of their government', () => {
      for (const { place, wording } of made) {
        for (const { name, raw } of wording.departments) {
          expect([raw, `${place.prefix}${raw}`], wording.printed).toContain(name);
        }
      }
    });

    test('a prefix that is left out has been given before', () => {
      for (const { place, wording } of made) {
        const cut = wording.departments.findIndex(({ name, raw }) => name !== raw);
        const given = wording.departments.findIndex(({ raw }) => raw.startsWith(place.prefix));
        if (cut >= 0) expect(given, wording.printed).toBeLessThan(cut);
        if (cut >= 0) expect(given, wording.printed).not.toBe(-1);
      }
    });

    test('no unit is named twice', () => {
      for (const { wording } of made) {
        const names = wording.departments.map(({ name }) => name);
        expect(new Set(names).size, wording.printed).toBe(names.length);
      }
    });

    test('classes of units, and only they, are collective', () => {
      for (const { wording } of made) {
        for (const { name, collective } of wording.departments) {
          expect(/^各|直有关部门$/u.test(name), `${name} in ${wording.printed}`).toBe(collective);
        }
      }
    });

    test('a list is open where it says 等部门', () => {
      for (const { wording } of made) {
        expect(/等(?:相关|有关)?部门/u.test(wording.printed), wording.printed).toBe(wording.openEnded ?? false);
      }
    });

    test('every bracket and quotation mark has its partner', () => {
      for (const { wording } of made) expect(isBalanced(wording.printed), wording.printed).toBe(true);
    });
  });

  test('only a form for cells of their own separates units by a line break or a space', () => {
    for (const { name, arbitrary, onlyIn } of departmentForms) {
      if (onlyIn === 'cell') continue;
      for (const { wording } of samples([name, arbitrary], 5)) expect(wording.printed).not.toMatch(/\s/u);
    }
    for (const { wording } of samples(clauses, 20)) expect(wording.printed).not.toMatch(/\s/u);
  });

  test('a cell of its own role names units of that role alone', () => {
    for (const [arbitrary, role] of [[leadCell, 'lead'] as const, [supportCell, 'support'] as const]) {
      const roles = samples([role, arbitrary], 20).flatMap(({ wording }) =>
        wording.departments.map((unit) => unit.role),
      );
      expect(new Set(roles)).toEqual(new Set([role]));
    }
  });

  test('a clause stands in brackets, and prints the deadline it has', () => {
    for (const place of PLACES) {
      for (const { printed, deadlines } of fc.sample(closingClause(place, deadlineCell(REFERENCE)), {
        numRuns: 20,
        seed: SEED,
      })) {
        expect(printed).toMatch(/^(?:（.*）|\[.*\]|【.*】)$/u);
        expect(/完成时限：./u.test(printed)).toBe(deadlines.length > 0);
        for (const { raw } of deadlines) expect(printed).toContain(raw);
      }
    }
  });
});

/** What a list is made of, apart from the units it names: two lists of one structure are read by the same rules. */
interface Named {
  readonly name: string;
  readonly role: string;
  readonly collective?: boolean;
}

const WIDE: Readonly<Record<string, string>> = { ',': '，', '(': '（', ')': '）', ';': '；', ':': '：' };

/** In full width, and without the white space of a layout: where a mark separates the units, white space does not. */
function cleaned(text: string): string {
  const wide = text.replace(/[,();:]/gu, (mark) => WIDE[mark] as string);
  return /[、，；]/u.test(wide) ? wide.replace(/\s/gu, '') : wide;
}

/** The longest end of the name that is printed. */
function printedEnd(text: string, name: string): string {
  for (let from = 0; from < name.length; from++) if (text.includes(name.slice(from))) return name.slice(from);
  throw new Error(`${name} is not in ${text}`);
}

const GOVERNMENT = /^(?:自治区|省|市(?!场监管总局))/u;

function structureOf(printed: string, departments: readonly Named[], openEnded: boolean): string[] {
  const text = cleaned(printed);
  let rest = text;
  let prefix: string | null = null;
  let interrupted = false;
  const features = new Set<string>();
  for (const { name, role, collective } of departments) {
    const raw = printedEnd(rest, name);
    // what is left of the words are marks, labels and verbs
    rest = rest.replace(raw, '＿');
    features.add(`role ${role}`);
    if (collective) {
      features.add('class');
      continue;
    }
    if (raw !== name) {
      features.add('prefix left out');
      if (interrupted) features.add('prefix left out behind a unit with its own');
    } else if (GOVERNMENT.test(name)) {
      const given: string = (GOVERNMENT.exec(name) as RegExpExecArray)[0];
      if (given === prefix) features.add('prefix given again');
      prefix = given;
      interrupted = false;
    } else {
      features.add('unit with its own prefix');
      interrupted = prefix !== null;
    }
    if (name.includes('（')) features.add('brackets in a name');
    if (name.includes('“')) features.add('quotation marks in a name');
    if (name.includes('和')) features.add('和 in a name');
  }
  if (openEnded) features.add('open');
  for (const mark of rest.match(/[、，；及\n ]|\d\./gu) ?? []) features.add(`mark ${/\d/u.test(mark) ? '1.' : mark}`);
  for (const [label] of rest.matchAll(/(?:责任|牵头|配合)单位：/gu)) features.add(label);
  for (const [verb] of rest.matchAll(/按职责分工负责|分别牵头|(?:牵头|配合)(?!单位：)/gu)) features.add(verb);
  if (/^[（[]/u.test(rest)) features.add(`in ${rest.charAt(0)}`);
  if (departments.length === 0) features.add(`nobody: ${text}`);
  return [...features].sort();
}

describe('the recipes cover the shared grammar cases', () => {
  const VECTORS = new URL('../../shared/vectors/departments.json', import.meta.url);
  const present = existsSync(VECTORS);
  if (!present) console.warn('skipped: ../shared/vectors is not here');
  interface Vector {
    readonly text: string;
    readonly departments: readonly Named[];
    readonly openEnded: boolean;
  }
  const vectors: Vector[] = present ? JSON.parse(readFileSync(VECTORS, 'utf8')) : [];
  const structures = new Set(
    present
      ? [...forms, clauses].flatMap((recipe) =>
          samples(recipe, recipe === clauses ? 150 : 60).map(({ wording: { printed, departments, openEnded } }) =>
            structureOf(printed, departments, openEnded ?? false).join(', '),
          ),
        )
      : [],
  );
  test.skipIf(!present)('there are some', () => expect(vectors.length).toBeGreaterThan(0));
  for (const [index, { text, departments, openEnded }] of vectors.entries()) {
    test(`${index}: a list of the structure of ${JSON.stringify(text)} is made`, () => {
      const structure = structureOf(text, departments, openEnded).join(', ');
      expect(structures.has(structure), structure).toBe(true);
    });
  }
});
