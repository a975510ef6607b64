import { isCentral, type Known, lookUp, NOWHERE, type Region, regionOf } from '../../gazetteer/index.js';
import type { Department, Role } from '../../model/department.js';
import { widened } from '../../text/punctuation.js';
import { asPrinted, fold, sourceRange } from '../folded.js';
import { dutiesFor } from './duties.js';
import { isClassPrefix, sharedPrefixes } from './inherit.js';
import { cut, type Piece } from './pieces.js';
import { isTerritory, isUnit } from './units.js';

export interface DepartmentMatch {
  department: Department;
  /** UTF-16 offsets in the text given. */
  start: number;
  end: number;
  /** The prefix the name took from one before it: 自治区 for 公安厅. */
  inferredPrefix: string | null;
  /**
   * Ends as the names of units do (厅, 局, 公司, 市 …), or is a duty before 等部门; a name that is neither is taken as printed.
   */
  recognised: boolean;
  /** What the gazetteer has of it. */
  known: Known | null;
}

export interface FoundDepartments {
  matches: DepartmentMatch[];
  /** The list is not closed: 等相关部门. */
  openEnded: boolean;
  /** Ranges that are neither a name, a separator nor a role word. */
  rest: [start: number, end: number][];
}

const NONE = /^(?:[-/\\*]+|无|暂无|没有)[。.]?$/;

/**
 * The units of a list (design §4, §5): names with the prefix they share, roles, collective units. `role` is the role of
 * units whose text names none, as the column 牵头单位 gives 'lead'; 'responsible' where it is not given. `places` are
 * names of the issue's own region: 某某税务局 takes no prefix from 省财政厅. `region` is what 省 and 市 stand for in the
 * canonical names.
 * Linear in the length of the text.
 */
export function findDepartments(
  text: string,
  {
    role = 'responsible',
    places = [],
    region = NOWHERE,
  }: { role?: Role; places?: readonly string[]; region?: Region } = {},
): FoundDepartments {
  const folded = fold(text);
  if (folded.text === '' || NONE.test(folded.text)) return { matches: [], openEnded: false, rest: [] };
  const pieces = cut(folded);
  const names = assignRoles(pieces, role);
  const listed = names.map(({ start, end, collective }) => ({
    folded: folded.text.slice(start, end),
    printed: asPrinted(folded, start, end),
    collective,
  }));
  const prefixes = sharedPrefixes(listed, places);
  const duties = dutiesFor(pieces, folded.text);
  const amongCentral = listed.some((one) => isCentral(one.folded));
  const matches = names.map((name, index): DepartmentMatch => {
    const raw = listed[index]?.printed ?? '';
    const prefix = prefixes[index] ?? null;
    const [start, end] = sourceRange(folded, name.start, name.end);
    const clean = widened(`${prefix ?? ''}${raw}`);
    const collective = name.collective || isClassPrefix(prefix);
    const known = collective ? null : lookUp(fold(clean).text, region, amongCentral);
    return {
      department: {
        name: clean,
        raw,
        role: name.role,
        collective,
        ...(known ? { known: true, canonical: known.canonical, kind: known.kind } : {}),
      },
      start,
      end,
      inferredPrefix: prefix,
      recognised: collective || known !== null || duties.has(name.start) || hasUnitShape(listed[index]?.folded ?? ''),
      known,
    };
  });
  return {
    matches,
    openEnded: pieces.some(({ kind }) => kind === 'open'),
    rest: pieces.flatMap((piece) => (piece.kind === 'rest' ? [sourceRange(folded, piece.start, piece.end)] : [])),
  };
}

/**
 * The units of a list, without their places: see findDepartments. `issuer` is the government whose document the list
 * stands in (湖南省人民政府): canonical names have its region.
 */
export function parseDepartments(
  text: string,
  { issuer = null }: { issuer?: string | null } = {},
): { departments: Department[]; openEnded: boolean } {
  const { matches, openEnded } = findDepartments(text, { region: regionOf([issuer]) });
  return { departments: matches.map(({ department }) => department), openEnded };
}

const hasUnitShape = (name: string): boolean => isUnit(name) || isTerritory(name);

interface RoledName {
  start: number;
  end: number;
  collective: boolean;
  role: Role;
}

/** Gives each name the role its label or the words after it name. */
function assignRoles(pieces: readonly Piece[], columnRole: Role): RoledName[] {
  const named: RoledName[] = [];
  // Beside units that lead by name, 负责 means just that, whatever the column.
  const distinguished = pieces.some(
    ({ kind }, at) => (kind === 'verb' || kind === 'joined') && roleOf(pieces[at]) !== null,
  );
  let label: Role = columnRole;
  let group = 0;
  for (const piece of pieces) {
    if (piece.kind === 'name') {
      const { start, end, collective } = piece;
      named.push({ start, end, collective, role: label });
    } else if (piece.kind === 'label') {
      label = piece.role;
      group = named.length;
    } else if (piece.kind === 'mark') {
      const marked = named.at(-1);
      if (marked && piece.role) marked.role = piece.role;
      group = named.length;
    } else if (piece.kind === 'joined') {
      for (const name of named.slice(group)) name.role = 'lead';
      group = named.length;
      label = 'support';
    } else if (piece.kind === 'verb') {
      const plain = distinguished && label === columnRole ? 'responsible' : null;
      const role = piece.role ?? plain;
      if (role) for (const name of named.slice(group)) name.role = role;
      group = named.length;
      if (label === 'support' && !hasLabel(pieces)) label = columnRole;
    }
  }
  return named;
}

const roleOf = (piece: Piece | undefined): Role | null =>
  piece?.kind === 'verb' ? piece.role : piece?.kind === 'joined' ? 'lead' : null;
const hasLabel = (pieces: readonly Piece[]): boolean => pieces.some(({ kind }) => kind === 'label');
