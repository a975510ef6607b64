import { squeezed } from './characters.js';
import { simplified } from './script.js';

/** Of each unit; '' where it is its own simplified form. */
const forms = new Map<number, string>();

/** Of the texts asked for last: many rules look at one line. */
const recent = new Map<string, string>();
const MOST_RECENT = 500;
/** Longer ones are not kept. */
const LONGEST_LINE = 5000;

/**
 * A text in simplified characters, unit for unit, for rules to look at: what they find is cut from the text as printed.
 */
export function shadow(text: string): string {
  if (text.length > LONGEST_LINE) return simplifiedUnits(text);
  let found = recent.get(text);
  if (found === undefined) {
    found = simplifiedUnits(text);
    if (recent.size >= MOST_RECENT) recent.clear();
    recent.set(text, found);
  }
  return found;
}

function simplifiedUnits(text: string): string {
  let result = '';
  let from = 0;
  for (let unit = 0; unit < text.length; unit++) {
    const form = otherForm(text.charCodeAt(unit));
    if (form === '') continue;
    result += text.slice(from, unit) + form;
    from = unit + 1;
  }
  return from === 0 ? text : result + text.slice(from);
}

function otherForm(unit: number): string {
  let form = forms.get(unit);
  if (form === undefined) {
    const character = String.fromCharCode(unit);
    form = simplified(character);
    if (form === character) form = '';
    forms.set(unit, form);
  }
  return form;
}

/** The same without spaces: for lines that are recognised as a whole, and not cut. */
export const bareShadow = (text: string): string => shadow(squeezed(text));
