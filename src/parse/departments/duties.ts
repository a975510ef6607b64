import { isDuty } from '../../gazetteer/index.js';
import type { Piece } from './pieces.js';

/** Whose departments: 各级, 省级, 县级以上人民政府. */
const WHOSE = /^(?:县级以上(?:地方)?(?:各级)?(?:人民政府)?|各级|[省市县区]级?|自治区级?)/;
/** What a list of duties ends with: 等部门, 等有关部门, 民政部门. */
const DEPARTMENTS = /部门/;
const OF_ONE = /(?:行政)?(?:主管|管理|监管)?部门$/;

const nameDuty = (name: string): boolean => isDuty(name) || isDuty(name.replace(WHOSE, ''));

/**
 * The offsets of names that are duties and stand for departments, since 部门 is printed once, behind the last of them:
 * 市场监管、公安、税务等部门 · 公安、司法、民政部门. Duties without 部门 behind them stand for nothing.
 *
 * @param text the folded text of the pieces
 */
export function dutiesFor(pieces: readonly Piece[], text: string): ReadonlySet<number> {
  const found = new Set<number>();
  let run: number[] = [];
  for (const piece of pieces) {
    const words = piece.kind === 'name' || piece.kind === 'open' ? text.slice(piece.start, piece.end) : '';
    if (piece.kind === 'name' && nameDuty(words)) {
      run.push(piece.start);
      continue;
    }
    const closes =
      piece.kind === 'open' ? DEPARTMENTS.test(words) : OF_ONE.test(words) && nameDuty(words.replace(OF_ONE, ''));
    if (closes) for (const start of run) found.add(start);
    run = [];
  }
  return found;
}
