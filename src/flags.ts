import type { Flag } from './model/index.js';

/** Whether a person should look: what only informs is a note. */
export const needsLook = ({ severity }: Flag): boolean => severity !== 'note';
