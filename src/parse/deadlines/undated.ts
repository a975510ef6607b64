import { parseHanNumber } from '../../text/numerals.js';
import { addDays, addMonths } from '../calendar.js';
import { matchAt } from '../folded.js';
import { readValidity } from './dated.js';
import { CLAUSE_END, COUNT, type Found, type Reading, type Recogniser } from './reading.js';

/** A word that says how long something lasts stands at the head of its clause, not inside 长期规划 or 持续推进改革. */
const HEAD = /(?:^|[,、;:。()[\]至并且再同时续须需要应为和及属-])$/;
const atHead = ({ text, taken }: Reading, at: number): boolean =>
  at === taken || HEAD.test(text.charAt(at - 1)) || at === 0;

/** At most this many characters of a clause belong to the word before them: 常态化推进, 长期坚持. */
const TAIL = '(?:(?!并(?:长期|持续|常态)|(?:长期|常态化?)坚持)[^,、;:。()\\[\\]\\d年月]){0,8}';
const END = `(?:${CLAUSE_END}|(?=并(?:长期|持续|常态)|(?:长期|常态化?)坚持))`;
/** What goes before: 之后长期坚持. */
const THEN = '(?:(?:此后|其后|之后|随后|后续|今后|以后)(?:并|再)?|并|需|须)?';

const LONG = new RegExp(
  `${THEN}(?:长期|长效|持续|常态|经常性|日常|常年|不间断|永久|永续|久久为功|长抓不懈|一以贯之|常抓不懈|始终|坚持|贯穿(?:始终|全年|全过程)|动态(?:更新|调整|管理)|不断(?=[深推完优提强扩巩])|一直|全过程|全程|(?:没?有|无)(?:固定|明确|具体)?(?:期限|时限)(?!要求))${TAIL}${END}`,
  'y',
);

const LONG_TERM: Recogniser = {
  purpose: 'what goes on without an end',
  examples: ['长期', '长期坚持', '持续推进', '常态化', '长期有效'],
  read(reading, at) {
    const match = reading.mode === 'cell' && atHead(reading, at) ? matchAt(LONG, reading.text, at) : null;
    return match && [{ start: at, end: at + match[0].length, kind: 'long-term' }];
  },
};

const AT_ONCE = new RegExp(
  `(?:立即|立刻|立行立改|即知即改|立查立改|立说立行|立整立改|即行即改|边[查整][^,、;。]{0,1}改|马上|即时|即刻|当即|尽快|尽早|随即|及时|抓紧|从速|从快|即行(?!即改)|第一时间)${TAIL}${END}`,
  'y',
);

const IMMEDIATE: Recogniser = {
  purpose: 'at once',
  examples: ['立即', '立行立改', '立即实施', '尽快完成'],
  read(reading, at) {
    const match = reading.mode === 'cell' && atHead(reading, at) ? matchAt(AT_ONCE, reading.text, at) : null;
    return match && [{ start: at, end: at + match[0].length, kind: 'immediate' }];
  },
};

const ISSUED =
  /(?:自|从)?(?:即日|今日|(?:本(?:通知|意见|方案|办法|措施|规定|细则|决定|文件|条例)?)?(?:印发|发布|公布|下发|颁布|发文)(?:之日|日|当日))(?:起|(?=$|[,、;。()[\]]))(?!\d|[一二两三四五六七八九十满]|半年|半个)(?:正式)?(?:施行|实施|执行|试行|生效)?/y;

/** 自公布之日起30日后施行: so long after the day itself. */
const ISSUED_LATER = new RegExp(
  `(?:自|从)?(?:本(?:通知|意见|方案|办法|措施|规定|细则|决定|文件|条例)?)?(?:印发|发布|公布|颁布)之日起(${COUNT})(个月|[日天])(?:之|以)?后(?:正式)?(?:施行|实施|执行|生效)`,
  'y',
);

const FROM_LATER: Recogniser = {
  purpose: 'from some days after the date of the document, or until the end of its validity',
  examples: ['自公布之日起30日后施行', '自发布之日起三十日后施行，有效期5年'],
  read(reading, at) {
    const match = matchAt(ISSUED_LATER, reading.text, at);
    const count = match && parseHanNumber(match[1] ?? '');
    if (!match || !count) return null;
    const { reference } = reading;
    const from = reference && (match[2] === '个月' ? addMonths(reference, count) : addDays(reference, count));
    return [effective(reading, at, at + match[0].length, from)];
  },
};

const FROM_ISSUE: Recogniser = {
  purpose: 'from the date of the document itself, or until the end of its validity',
  examples: ['即日起', '自即日起实施', '自印发之日起施行', '自公布之日起施行，有效期5年', '即日起至2030年12月31日'],
  read(reading, at) {
    const match = matchAt(ISSUED, reading.text, at);
    if (!match) return null;
    return [effective(reading, at, at + match[0].length, reading.reference)];
  },
};

/** From a day on, or within it and the end of the validity that follows at `end`. */
function effective(reading: Reading, start: number, end: number, from: string | null): Found {
  const until = readValidity(reading, end, { from });
  if (!until) return { start, end, kind: 'from', from };
  const period = until.period ? { period: until.period } : {};
  return { start, end: until.end, kind: 'within', from, to: until.to, ...period };
}

const VAGUE: readonly { pattern: RegExp; kind: Found['kind']; doubt: string }[] = [
  {
    pattern: /(?:近期|近日|短期内?|近阶段)(?:内)?(?:完成|实施|启动|推进|开展)?(?=$|[,、;。()[\]])/y,
    kind: 'immediate',
    doubt: '没有确定的日期',
  },
  {
    pattern: /不?定期(?!限|间)[^,、;。()[\]\d]{0,8}(?=$|[,、;。()[\]])/y,
    kind: 'recurring',
    doubt: '没有写明周期',
  },
];

const VAGUE_TERM: Recogniser = {
  purpose: 'soon or now and then, without saying when',
  examples: ['近期', '定期开展', '不定期'],
  read(reading, at) {
    if (reading.mode === 'text' || !atHead(reading, at)) return null;
    for (const { pattern, kind, doubt } of VAGUE) {
      const match = matchAt(pattern, reading.text, at);
      if (match) return [{ start: at, end: at + match[0].length, kind, doubt }];
    }
    return null;
  },
};

const SAME_DAY: Recogniser = {
  purpose: 'within the day',
  examples: ['当日', '当天办结', '当日内'],
  read(reading, at) {
    if (reading.mode === 'text' || !atHead(reading, at)) return null;
    const match = matchAt(/当[日天](?:内|办[结理]|完成)?(?=$|[,、;。()[\]])/y, reading.text, at);
    return match && [{ start: at, end: at + match[0].length, kind: 'duration', duration: 'P1D' }];
  },
};

export const UNDATED: readonly Recogniser[] = [FROM_LATER, FROM_ISSUE, LONG_TERM, IMMEDIATE, VAGUE_TERM, SAME_DAY];

/** A rule for a whole clause that nothing else read: a time that depends on something. */
export interface ConditionRule {
  readonly purpose: string;
  readonly examples: readonly string[];
  readonly pattern: RegExp;
  /** Beside a date it only says why that date was set: 根据国家部署，2020年底前完成. */
  readonly yieldsToDate: boolean;
}

export const CONDITIONS: readonly ConditionRule[] = [
  {
    purpose: 'as somebody else decides or plans it',
    examples: ['根据国家统一部署推进', '按国家要求时限', '按照上级安排', '视工作进展', '与主体工程同步'],
    pattern:
      /^(?:并|再|同时|后续|随后|此后|之后|其余|其他)*(?:根据|按照?|依据|依照|遵照|参照|结合|视|随|待|俟|配合|与|跟随)[^,;。]{0,40}?(?:部署|要求|安排|进度|进展|规定|情况|计划|时限|时间|节点|步骤|同步|实际|需[求要]|方案|批复|意见|政策|程序|序时)/,
    yieldsToDate: true,
  },
  {
    purpose: 'after or when something happens',
    examples: ['疫情结束后', '国家政策出台后实施', '条件成熟时', '待国家批复后'],
    pattern: /^[^,;。]{2,40}(?:后[^,;。]{0,10}|之?时|的情况下|前提下)$/,
    yieldsToDate: false,
  },
  {
    purpose: 'before something that has no fixed day',
    examples: ['汛期前', '采暖季前', '工程竣工验收前', '秋季开学前完成', '2024年汛期前'],
    pattern:
      /^(?:(?:19|20)\d\d年|[今明]年|每年)?[^,;。\d]{0,20}(?:汛期?|[暖热]季|[暖热火]期|入[冬汛夏春]|春耕|春播|秋收|封冻|开学|学期|[暑寒][期假]|两会|[高中]考|验收|竣工|开工|投产|投运|使用|施工|开业|开幕|召开|上会|评估|督查|检查|到期|届满|[“”]?两节[“”]?)(?:之|以)?前(?:完成|到位|实现|[^,;。]{0,6})?$/,
    yieldsToDate: false,
  },
  {
    purpose: 'when it suits, or as will be said',
    examples: ['适时', '择机推进', '按需开展', '成熟一个推进一个', '另行通知', '同步推进'],
    pattern:
      /^(?:适时|择机|相机|按需|酌情|视情|成熟一个|另行(?:通知|确定|安排|规定|明确|部署)|同步(?:推进|实施|开展|落实|进行)|按时序|按[时期](?:完成|推进)$|结合机构改革)/,
    yieldsToDate: false,
  },
];
