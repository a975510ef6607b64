import { simplified } from './script.js';

const forms = new Map<string, string>();

/**
 * A text in simplified characters, unit for unit, for rules to look at: what they find is cut from the text as printed.
 */
export function shadow(text: string): string {
  let result = '';
  for (let unit = 0; unit < text.length; unit++) {
    const character = text.charAt(unit);
    let form = forms.get(character);
    if (form === undefined) {
      form = simplified(character);
      forms.set(character, form);
    }
    result += form;
  }
  return result;
}
