// Names that stay whole: what word segmentation cuts into 自治区/市场/监管/厅.
import { organNames, placeNames } from '../../gazetteer/index.js';

/** Shorter names are left to word segmentation: 妇联, 法院, 银川. */
const SHORTEST = 3;
/** 财政局 is no organ in 财政局部, nor 商务部 in 商务部门. */
const GOES_ON =
  /^(?:部[门分位署队级件]|局[部面限势]|委[员托派任]|办[理公法学案结证事件]|院[校系士]|会[议员展商计同场]|联[合系动通网盟]|社[会区保团]|市[场民政容域区]|心[城村校])/u;
/** The level of an organ. One character is a level only behind these words, and not the 市 of 全市, 各市. */
const LEVEL = /^(?:自治区|兵团|[省市县区州盟旗])/u;
const IS_LEVEL_AFTER = /^[和与及由报经向请送商对会同在或]$/u;

/** Names by their first two characters, longest first. */
type Index = ReadonlyMap<string, readonly string[]>;

/** Those of the gazetteer; made when first asked for. */
let gazetteer: { readonly organs: Index; readonly places: Index } | null = null;
const gazetteerIndex = () => {
  gazetteer ??= {
    organs: indexOf([...organNames(), '人民政府'].filter((name) => name.length >= SHORTEST)),
    places: indexOf(placeNames()),
  };
  return gazetteer;
};

export class KnownNames {
  private readonly own: Index;
  private readonly organs = gazetteerIndex().organs;
  private readonly places = gazetteerIndex().places;
  /** The first characters of all names and levels: nothing else is looked at twice. */
  private readonly first = new Set(Array.from('自兵省市县区州盟旗', (level) => level.charCodeAt(0)));

  /** @param own names of this issue, in simplified characters */
  constructor(own: Iterable<string>) {
    this.own = indexOf([...own].filter((name) => name.length >= SHORTEST));
    for (const index of [this.own, this.organs, this.places])
      for (const key of index.keys()) this.first.add(key.charCodeAt(0));
  }

  /** The length of the longest name that begins at a place of a text in simplified characters; 0 where none does. */
  at(text: string, at: number): number {
    if (!this.first.has(text.charCodeAt(at))) return 0;
    const key = text.slice(at, at + 2);
    const place = nameAt(this.places, key, text, at);
    const level = place || levelAt(text, at);
    const behind = at + level;
    const ofLevel = level && nameAt(this.organs, text.slice(behind, behind + 2), text, behind);
    const longest = Math.max(
      ofLevel && level + ofLevel,
      nameAt(this.organs, key, text, at),
      nameAt(this.own, key, text, at),
    );
    return longest || (place >= SHORTEST ? place : 0);
  }
}

function indexOf(names: Iterable<string>): Index {
  const index = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const key = name.slice(0, 2);
    const some = index.get(key);
    if (some) some.push(name);
    else index.set(key, [name]);
  }
  for (const some of index.values()) some.sort((a, b) => b.length - a.length);
  return index;
}

function nameAt(index: Index, key: string, text: string, at: number): number {
  const names = index.get(key);
  const name = names?.find(
    (some) => text.startsWith(some, at) && !GOES_ON.test(text.slice(at + some.length - 1, at + some.length + 1)),
  );
  return name?.length ?? 0;
}

function levelAt(text: string, at: number): number {
  const level = LEVEL.exec(text.slice(at, at + 3))?.[0] ?? '';
  return level.length === 1 && at > 0 && !IS_LEVEL_AFTER.test(text.charAt(at - 1)) ? 0 : level.length;
}
