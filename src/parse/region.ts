/** 某省, 某某回族自治区, 某市: the place, without the words for its kind and people. */
const REGION =
  /^(\p{Script=Han}{2,4}?)(?:[\p{Script=Han}]{1,3}族)?(?:自治区|省|市|自治州|州|盟|地区|县|区)(?:人民)?政府/u;

/**
 * Short names of the regions that texts begin with: 宁夏 from 宁夏回族自治区人民政府公报. The region of an issue comes from
 * its gazette's name and its issuers.
 */
export function regionsOf(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.flatMap((text) => REGION.exec(text ?? '')?.[1] ?? []))];
}
