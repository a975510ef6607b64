import { type Script, simplified } from './script.js';

/**
 * Ideographs that PDF text layers give by look-alike code points, and the unified ideograph that is meant.
 *
 * Kangxi radicals (U+2F00–2FDF) and CJK compatibility ideographs (U+F900–FAFF, U+2F800–2FA1F): Unicode normalization, UAX #15.
 * CJK radicals supplement (U+2E80–2EFF): Equivalent_Unified_Ideograph of the Unicode Character Database
 * (EquivalentUnifiedIdeograph.txt, Unicode 14), which normalization does not cover.
 */
const SUPPLEMENT =
  '⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇𠘨 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑𡯂 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪𤴔 ⺫目 ⺬示 ⺭礻 ⺮𥫗 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺳㓁 ⺴冗 ⺵𦉫 ⺶羊 ⺷𦍌 ⺸𦍋 ⺹耂 ⺺肀 ' +
  '⺻聿 ⺼肉 ⺽𦥑 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇𧢲 ⻈讠 ⻉贝 ⻊𧾷 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕𨸏 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞𩙿 ⻟飠 ⻠饣 ⻡𩠐 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟';

const supplement = new Map(SUPPLEMENT.split(' ').map((pair) => [...pair] as [string, string]));

/** Mainland forms of unified ideographs that no conversion table of scripts lists: variants within one script. */
const MAINLAND_VARIANTS: Readonly<Record<string, string>> = { 靑: '青' };

const LOOK_ALIKE = /[\u2E80-\u2FDF\uF900-\uFAFF]|[\u{2F800}-\u{2FA1F}]/u;

/**
 * The unified ideograph that a glyph shows; the text itself where it holds no look-alike. A radical is drawn in the form
 * of the text's script, so ⼾ (U+2F3E, by normalization 戶) is 户 in simplified text.
 */
export function unifyIdeograph(text: string, script: Script): string {
  if (!LOOK_ALIKE.test(text)) return text;
  const unified = supplement.get(text) ?? text.normalize('NFKC');
  return script === 'simplified' ? (MAINLAND_VARIANTS[unified] ?? simplified(unified)) : unified;
}
