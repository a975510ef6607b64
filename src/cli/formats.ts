import { InvalidArgumentError } from 'commander';
import { FORMATS, type Format } from '../batch/names.js';

const isFormat = (name: string): name is Format => (FORMATS as readonly string[]).includes(name);

/**
 * The formats of a list such as csv,ics, in the order they are told. JSON is always one of them: other outputs of a run are
 * made from it.
 *
 * @throws InvalidArgumentError where one is not known, with those that are
 */
export function formatsNamed(list: string): Format[] {
  const names = list.split(/[,，、]/).map((name) => name.trim().toLowerCase());
  const unknown = names.find((name) => !isFormat(name));
  if (unknown !== undefined) {
    const which = names.length > 1 ? ` '${unknown}' is not known.` : '';
    throw new InvalidArgumentError(`${which} Allowed choices are ${FORMATS.join(', ')}.`.trim());
  }
  return FORMATS.filter((format) => format === 'json' || names.includes(format));
}
