// A PDF file as it stands, beside pdf.js: what that leaves out or does not tell.
import type { Budget } from '../../limits.js';
import { MEGABYTE } from '../../limits.js';
import { type ActualTexts, NO_TEXTS } from './actual-text.js';
import { inflate, timesDeflated } from './inflate.js';
import { type FileObject, objectsOf } from './objects.js';
import { charactersOf, type OwnMap } from './own-map.js';
import { PageTexts } from './page-texts.js';

/** One stream may inflate to this part of the memory limit: pdf.js holds it more than once. */
const STREAM_PART = 1 / 8;

/** So much is kept of what streams inflate to: they are asked for again. */
const KEPT_BYTES = 16 * MEGABYTE;

/** Pages are asked for by the object numbers that pdf.js gives them. */
export interface RawFile {
  /** Whether the page uses a damaged stream. */
  readonly isUsedBy: (page: number) => boolean;
  /** Whether the page has content in the file: where pdf.js gives none, it was not found. */
  readonly hasContent: (page: number) => boolean;
  /** What a page and its forms give as text for their glyphs; nothing where that is not readable here. */
  readonly actualTexts: (page: number) => ActualTexts;
  /** What a stream that stands in the file inflates to; null where that is not known, or not kept. */
  readonly inflated: (deflated: Uint8Array) => Uint8Array | null;
  /** What the TrueType fonts that are embedded under a name say of their glyphs. */
  readonly fontMaps: (name: string) => OwnMap[];
}

/** @throws GongbaoError limit-megabytes: a stream inflates to more than fits */
export function rawFileOf(bytes: Uint8Array, budget: Budget): RawFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // streams of an encrypted file inflate only once they are deciphered
  const isEncrypted = file.includes('/Encrypt');
  const largest = budget.limits.megabytes * MEGABYTE * STREAM_PART;
  const objects = objectsOf(bytes);
  const damaged = new Set<number>();
  const packed: string[] = [];
  let hasTexts = !isEncrypted && file.includes('/ActualText');
  /** What was inflated, by where it stands in the file; not all of it is kept. */
  const known = new Map<number, Buffer>();
  let kept = 0;
  for (const object of isEncrypted ? [] : objects) {
    const dictionary = file.toString('latin1', object.start, object.end);
    const inflated = inflate(file, object, dictionary, largest);
    if (inflated === 'too-large') throw budget.tooLarge();
    if (inflated === 'damaged') damaged.add(object.number);
    else if (inflated) {
      hasTexts ||= inflated.includes('/ActualText');
      if (OBJECT_STREAM.test(dictionary)) packed.push(dictionary, inflated.toString('latin1'));
    }
    if (!object.data || !Buffer.isBuffer(inflated) || kept + inflated.length > KEPT_BYTES) continue;
    if (timesDeflated(dictionary) !== 1) continue;
    kept += inflated.length;
    known.set(object.data.start, inflated);
  }
  let read: ReadonlyMap<number, string> | null = null;
  const dictionaries = (): ReadonlyMap<number, string> => {
    read ??= dictionariesOf(file, objects, packed);
    return read;
  };
  const byNumber = new Map(objects.map((object) => [object.number, object]));
  const dataOf = (number: number): Buffer | null => {
    const object = byNumber.get(number);
    if (!object?.data || isEncrypted) return null;
    const data =
      known.get(object.data.start) ?? inflate(file, object, file.toString('latin1', object.start, object.end), largest);
    return Buffer.isBuffer(data) ? data : null;
  };
  const maps = new Map<number, OwnMap>();
  const fontMap = (program: number): OwnMap => {
    const map = maps.get(program) ?? charactersOf(dataOf(program) ?? Buffer.alloc(0));
    maps.set(program, map);
    return map;
  };
  const texts = new PageTexts({ dictionaryOf: (number) => dictionaries().get(number) ?? '', dataOf });
  return {
    isUsedBy: (page) => damaged.size > 0 && reaches(page, damaged, dictionaries()),
    hasContent: (page) => contentsOf(page, dictionaries()).some((number) => isFilled(byNumber.get(number))),
    actualTexts: (page) => (hasTexts ? texts.of(page, contentsOf(page, dictionaries())) : NO_TEXTS),
    inflated: (deflated) => {
      const at = deflated.byteOffset;
      const found = known.get(at);
      return found && file.subarray(at, at + deflated.length).equals(deflated) ? found : null;
    },
    fontMaps: (name) =>
      [...dictionaries().values()].flatMap((dictionary) => {
        const program = Number(/\/FontFile2\s+(\d+)\s+\d+\s+R/.exec(dictionary)?.[1] ?? -1);
        return program >= 0 && nameIn(dictionary) === name ? fontMap(program) : [];
      }),
  };
}

/** The font that a descriptor describes; bytes of a name may be written #20. */
const nameIn = (descriptor: string): string =>
  (/\/FontName\s*\/([^\s/<>[\]()]+)/.exec(descriptor)?.[1] ?? '').replace(/#([0-9a-f]{2})/giu, (_, byte: string) =>
    String.fromCharCode(Number.parseInt(byte, 16)),
  );

const OBJECT_STREAM = /\/Type\s*\/ObjStm\b/;
const REFERENCE = /(\d+)\s+\d+\s+R\b/g;
const referencesIn = (dictionary: string): number[] =>
  [...dictionary.matchAll(REFERENCE)].map((match) => Number(match[1]));

/** The streams of a page's /Contents, which may be an array of its own. */
function contentsOf(page: number, dictionaries: ReadonlyMap<number, string>): number[] {
  const contents = /\/Contents\s*(\[[^\]]*\]|\d+\s+\d+\s+R)/.exec(dictionaries.get(page) ?? '')?.[1] ?? '';
  return referencesIn(contents).flatMap((number) => {
    const array = /^\s*\[[^\]]*\]/.exec(dictionaries.get(number) ?? '')?.[0];
    return array ? referencesIn(array) : [number];
  });
}

/** An empty page may have a stream of a few bytes. */
const EMPTY_BYTES = 20;

/** Missing, or more than white space. */
function isFilled(object: FileObject | undefined): boolean {
  return !object || (object.data !== null && object.data.end - object.data.start > EMPTY_BYTES);
}

/** The dictionary of each object, as text; of an object that is written again, the last. */
function dictionariesOf(file: Buffer, objects: readonly FileObject[], packed: readonly string[]): Map<number, string> {
  const found = new Map<number, string>();
  for (let at = 0; at < packed.length; at += 2) {
    const [dictionary = '', content = ''] = packed.slice(at, at + 2);
    const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1]);
    const numbers = content.slice(0, first).trim().split(/\s+/).map(Number);
    for (let index = 0; index + 1 < numbers.length; index += 2) {
      const [number = 0, offset = 0, , next] = numbers.slice(index, index + 4);
      found.set(number, content.slice(first + offset, next === undefined ? undefined : first + next));
    }
  }
  for (const { number, start, end } of objects) found.set(number, file.toString('latin1', start, end));
  return found;
}

/** Other pages are no part of a page, though annotations and the page tree lead to them. */
const ELSEWHERE =
  /\/(?:Kids|Annots|B)\s*(?:\[[^\]]*\]|\d+\s+\d+\s+R)|\/(?:P|Dest|StructParent|Next|Prev)\s+\d+\s+\d+\s+R/g;

function reaches(page: number, damaged: ReadonlySet<number>, dictionaries: ReadonlyMap<number, string>): boolean {
  // what a damaged object stream held, no one knows
  for (const number of damaged) if (OBJECT_STREAM.test(dictionaries.get(number) ?? '')) return true;
  const seen = new Set([page]);
  for (const number of seen) {
    if (damaged.has(number)) return true;
    const uses = (dictionaries.get(number) ?? '').replace(ELSEWHERE, '');
    for (const used of referencesIn(uses)) seen.add(used);
  }
  return false;
}
