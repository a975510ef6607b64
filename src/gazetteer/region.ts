import { PROVINCES, type Province } from './provinces.js';

/** The place whose government an issue or a document is of. */
export interface Region {
  readonly province: string | null;
  readonly city: string | null;
  readonly county: string | null;
}

export const NOWHERE: Region = { province: null, city: null, county: null };

const BY_NAME = new Map<string, Province>();
/** City → province, by full and short name: 银川市, 银川, 临夏回族自治州, 临夏. */
const CITIES = new Map<string, { name: string; short: string; province: Province }>();
const PEOPLES = /(?:(?:回|藏|彝|苗|侗|布依|土家|傣|景颇|傈僳|白|哈尼|壮|朝鲜|羌|蒙古|柯尔克孜|哈萨克)族?)+自治州$/u;
for (const province of PROVINCES) {
  BY_NAME.set(province.name, province);
  BY_NAME.set(province.short, province);
  for (const name of province.cities.split(' ').filter(Boolean)) {
    const short = name.replace(PEOPLES, '').replace(/(?:市|地区|盟)$/, '');
    const city = { name, short, province };
    CITIES.set(name, city);
    if (name.endsWith('自治州')) CITIES.set(`${short}州`, city);
    if (!BY_NAME.has(short)) CITIES.set(short, city);
  }
}

/** A place as it is printed, by itself or as part of a name. */
export interface Place {
  readonly printed: string;
  /** 宁夏 · 银川 */
  readonly short: string;
  /** 宁夏回族自治区 · 银川市 */
  readonly full: string;
  readonly level: 'province' | 'city';
}

/** The province or city of a name, full or short; null where the map has none. */
export function placeNamed(printed: string): Place | null {
  const province = BY_NAME.get(printed) ?? BY_NAME.get(printed.replace(/(?:省|市|自治区)$/, ''));
  if (province) return { printed, short: province.short, full: province.name, level: 'province' };
  const city = CITIES.get(printed);
  if (city) return { printed, short: city.short, full: city.name, level: 'city' };
  const inProvince = /^(.{2,8}?(?:省|自治区))(.+)$/u.exec(printed);
  return inProvince?.[2] && BY_NAME.has(inProvince[1] ?? '') ? placeNamed(inProvince[2]) : null;
}

/** Provinces and cities by their full and short names. */
export const placeNames = (): string[] => [...BY_NAME.keys(), ...CITIES.keys()];

const GOVERNMENT =
  /^(?<province>\p{Script=Han}{2,9}?(?:自治区|省))?(?<city>\p{Script=Han}{2,9}?(?:市|自治州|州|盟|地区))?(?<county>\p{Script=Han}{1,9}?(?:自治县|县|区|旗|市))?(?:人民政府|政府|行政公署|管理委员会)/u;

/** The region of the first text that begins with the name of a government: 宁夏回族自治区人民政府公报. */
export function regionOf(texts: readonly (string | null)[]): Region {
  for (const text of texts) {
    const { province = null, city = null, county = null } = GOVERNMENT.exec(text ?? '')?.groups ?? {};
    if (!province && !city && !county) continue;
    const isMunicipality = city !== null && BY_NAME.has(city);
    const above = city && !isMunicipality ? (CITIES.get(city)?.province.name ?? null) : null;
    return { province: province ?? (isMunicipality ? city : above), city, county };
  }
  return NOWHERE;
}

/** 自治区 → 宁夏回族自治区, in a region; null where the region does not say. */
export function atLevel(level: string, region: Region): string | null {
  if (/^全?省$|^自治区$/.test(level))
    return region.province?.endsWith(level.replace('全', '')) ? region.province : null;
  if (/^全?市$/.test(level)) return region.city;
  if (/^(?:州|盟)$/.test(level)) return region.city?.endsWith(level) ? region.city : null;
  if (/^(?:县|区|旗)$/.test(level)) return region.county?.endsWith(level) ? region.county : null;
  if (/兵团$/.test(level)) return '新疆生产建设兵团';
  return null;
}
