// What becomes of flags where a person has decided.
import { needsLook } from '../flags.js';
import type { Flag, Issue } from '../model/index.js';

/** departments, and path[1] of path. */
const isAt = (flag: Flag, field: string): boolean => flag.field === field || flag.field.startsWith(`${field}[`);

const settled = (flag: Flag, how: string): Flag => ({
  ...flag,
  severity: 'note',
  message: `${flag.message}；${how}`,
});

const CORRECTED = '已由人更正';
const ACCEPTED = '已由人核对认可';

/** The message without what a person did since. */
export const asRead = (message: string): string =>
  message.replace(new RegExp(`(；(${CORRECTED}|${ACCEPTED}))+$`, 'u'), '');

/** Whether corrections were applied: versions that did not say so left it to the flags. */
export const isCorrected = ({ corrections, flags, measures }: Issue): boolean =>
  corrections !== undefined || [flags, ...measures.map((measure) => measure.flags)].some(showCorrected);

const showCorrected = (flags: readonly Flag[]): boolean =>
  flags.some(
    ({ code, message }) =>
      code === 'corrected' ||
      code === 'correction-unmatched' ||
      message.endsWith(`；${CORRECTED}`) ||
      message.endsWith(`；${ACCEPTED}`),
  );

/** Flags that asked for a look at a field that was corrected since are for information. */
export const settleFields = (flags: readonly Flag[], fields: readonly string[]): Flag[] =>
  flags.map((flag) => (needsLook(flag) && fields.some((field) => isAt(flag, field)) ? settled(flag, CORRECTED) : flag));

const isSame = (a: Flag, b: Flag): boolean => a.code === b.code && a.field === b.field && a.message === b.message;

/** Whether the flag is there and asks for a look. */
export const isOpen = (flags: readonly Flag[], wanted: Flag): boolean =>
  flags.some((flag) => needsLook(flag) && isSame(flag, wanted));

/** The flag that a person accepted is for information; one that is no more there needs nothing. */
export const acceptFlag = (flags: readonly Flag[], accepted: Flag): Flag[] =>
  flags.map((flag) => (needsLook(flag) && isSame(flag, accepted) ? settled(flag, ACCEPTED) : flag));

/** Says what a field was as read; of several corrections of a field, the first knows that. */
export function noteCorrected(flags: readonly Flag[], field: string, message: string): Flag[] {
  if (flags.some((flag) => flag.code === 'corrected' && flag.field === field)) return [...flags];
  return [...flags, { code: 'corrected', field, severity: 'note', message }];
}
