import type { Branch } from './branch.js';
import { BRANCH_COMPANIES } from './companies.js';
import { FINANCE } from './finance.js';
import { SUPERVISION } from './supervision.js';

export { AREA, type Branch } from './branch.js';

/** Branches of organs and enterprises of the centre; the first whose pattern and place are right has a name. */
export const BRANCHES: readonly Branch[] = [...FINANCE, ...SUPERVISION, ...BRANCH_COMPANIES];

const WORDS =
  /[税汇监检震]|[银人发开]行|财政部|审计署|商务部|海关|海事|通信|邮政|气象|烟草|消防|调查|民航|航空|铁路|储|督察|电力|电网|局集团|电信|移动|联通|铁塔/;

/** Has this name a word that branches have? Most have none, and need not be tried with each pattern. */
export const mayBeBranch = (name: string): boolean => WORDS.test(name);
