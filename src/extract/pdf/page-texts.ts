// What pages, and the forms on them, give as text: their contents are read with the names of their resources (PDF 32000-1
// §7.8.3).
import { type ActualTexts, actualTextsOf, type Names, NO_TEXTS } from './actual-text.js';
import { entriesOf, textString } from './syntax.js';

/** Objects of a file by their numbers. */
export interface Objects {
  /** A dictionary as it stands in the file; '' where there is none. */
  readonly dictionaryOf: (number: number) => string;
  /** The data of a stream, inflated; null where it cannot be had. */
  readonly dataOf: (number: number) => Buffer | null;
}

/** Pages inherit resources over so many levels, and forms stand in one another: more is damage. */
const DEEPEST = 12;

export class PageTexts {
  private readonly forms = new Map<number, ActualTexts>();

  constructor(private readonly objects: Objects) {}

  /** @param contents of the page: numbers of its streams */
  of(page: number, contents: readonly number[]): ActualTexts {
    const parts = contents.map((number) => this.objects.dataOf(number));
    if (parts.includes(null)) return NO_TEXTS;
    const content = parts.map((part) => part?.toString('latin1')).join('\n');
    return actualTextsOf(content, this.namesOf(this.inherited(page), 0));
  }

  private inherited(page: number): string {
    let node = this.objects.dictionaryOf(page);
    for (let level = 0; level < DEEPEST; level++) {
      const entries = entriesOf(node);
      const resources = entries.get('/Resources');
      if (resources) return this.resolved(resources);
      const parent = referenceIn(entries.get('/Parent'));
      if (parent === null) break;
      node = this.objects.dictionaryOf(parent);
    }
    return '';
  }

  private namesOf(resources: string, depth: number): Names {
    const entries = entriesOf(resources);
    const named = (kind: string): Map<string, string> => entriesOf(this.resolved(entries.get(kind) ?? ''));
    const lists = named('/Properties');
    const objects = named('/XObject');
    return {
      textOf: (name) => {
        const text = entriesOf(this.resolved(lists.get(name) ?? '')).get('/ActualText');
        return text && /^[(<]/.test(text) ? textString(text) : null;
      },
      formOf: (name) => {
        const number = referenceIn(objects.get(name));
        if (number === null) return NO_TEXTS;
        const dictionary = entriesOf(this.objects.dictionaryOf(number));
        return dictionary.get('/Subtype') === '/Form' ? this.form(number, dictionary, resources, depth + 1) : null;
      },
    };
  }

  private form(number: number, dictionary: Map<string, string>, ofPage: string, depth: number): ActualTexts {
    const known = this.forms.get(number);
    if (known || depth > DEEPEST) return known ?? NO_TEXTS;
    this.forms.set(number, NO_TEXTS); // a form may draw itself
    const own = dictionary.get('/Resources');
    const names = this.namesOf(own ? this.resolved(own) : ofPage, depth);
    const content = this.objects.dataOf(number)?.toString('latin1') ?? '';
    const texts = actualTextsOf(content, names);
    this.forms.set(number, texts);
    return texts;
  }

  private resolved(value: string): string {
    const number = referenceIn(value);
    return number === null ? value : this.objects.dictionaryOf(number);
  }
}

const referenceIn = (value: string | undefined): number | null => {
  const reference = /^\s*(\d+)\s+\d+\s+R\s*$/.exec(value ?? '');
  return reference ? Number(reference[1]) : null;
};
