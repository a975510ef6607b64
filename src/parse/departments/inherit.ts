import { classLength } from './classes.js';
import { placeIn, prefixOf } from './units.js';

/** A name as it stands in the list: folded for the rules, printed for the record. */
export interface ListedName {
  readonly folded: string;
  /** One unit of `printed` for one of `folded`. */
  readonly printed: string;
  readonly collective: boolean;
}

/** Organs of the party, which share 党委 with the organ before them: 省委组织部、宣传部. */
const PARTY_ORGAN =
  /^(?:组织部|宣传部|统战部|政法委|编办|网信办|政研室|社会工作部|巡视办|改革办|台办|老干部局|国安办)$/;
const PARTY = /^(?:.{0,12}?党委|(?:.{0,10}?[省市县区州旗盟])?委)(?=.)/;
/** 厅 exist in provinces only; the office of a city's government may be one. */
const PROVINCIAL = /(?<!办公)厅$/;

/** 各市公安局、司法局: what follows the department of a class, and is no organ of a province, is of the class as well. */
const LOCAL = /[^厅](?:局|办|委)$/;

/** Whether a shared prefix is that of a class: 各市、县（区）. */
export const isClassPrefix = (prefix: string | null): boolean => prefix !== null && /^(?:各|有关|相关)/.test(prefix);

/**
 * The prefix each name shares with one before it, or null: 自治区市场监管厅、公安厅 → 自治区 for the second. Units with a
 * prefix of their own (宁夏税务局, 国网…公司) neither take nor end it (design §4).
 *
 * @param known names of places beside those of the country's map and of the list itself
 */
export function sharedPrefixes(names: readonly ListedName[], known: readonly string[] = []): (string | null)[] {
  const learned = names.map(({ folded }) => placeIn(folded)).filter((place) => place !== null);
  const places = new Set([...known, ...learned]);
  let nearest: string | null = null;
  let province: string | null = null;
  let party: string | null = null;
  let ofClass: string | null = null;
  return names.map(({ folded, printed, collective }) => {
    if (collective) {
      ofClass = printed.slice(0, classLength(folded)) || null;
      return null;
    }
    const prefix = prefixOf(folded, places);
    if (prefix.kind === 'own') return null;
    if (prefix.kind === 'none' && ofClass && LOCAL.test(folded)) return ofClass;
    ofClass = null;
    if (prefix.kind === 'shared') {
      nearest = printed.slice(0, prefix.length);
      if (prefix.level === 'province') province = nearest;
      party = partyOf(folded, printed, prefix.length);
      return null;
    }
    if (party && PARTY_ORGAN.test(folded)) return party;
    const taken: string | null = PROVINCIAL.test(folded) ? (province ?? nearest) : nearest;
    party = taken && /^党委./.test(folded) ? taken + printed.slice(0, 2) : null;
    return taken;
  });
}

function partyOf(folded: string, printed: string, level: number): string | null {
  const match = PARTY.exec(folded.slice(0, 24));
  return match && match[0].length > level && match[0].length <= level + 2 ? printed.slice(0, match[0].length) : null;
}
