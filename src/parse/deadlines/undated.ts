import { matchAt } from '../folded.js';
import { readValidity } from './dated.js';
import { CLAUSE_END, type Found, type Reading, type Recogniser } from './reading.js';

/** A word that says how long something lasts stands at the head of its clause, not inside 长期规划 or 持续推进改革. */
const HEAD = /(?:^|[,、;:。()[\]并且再同时续须需要应为和及属])$/;
const atHead = ({ text, taken }: Reading, at: number): boolean =>
  at === taken || HEAD.test(text.charAt(at - 1)) || at === 0;

/** At most this many characters of a clause belong to the word before them: 常态化推进, 长期坚持. */
const TAIL = '[^,、;:。()\\[\\]\\d年月]{0,8}';

const LONG = new RegExp(
  `(?:并|需|须)?(?:长期|长效|持续|常态|经常性|日常|常年|不间断|永久|永续|久久为功|一以贯之|常抓不懈|始终|坚持|贯穿(?:始终|全年|全过程)|动态(?:更新|调整|管理))${TAIL}${CLAUSE_END}`,
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
  `(?:立即|立刻|立行立改|即知即改|立查立改|立说立行|立整立改|即行即改|边[查整][^,、;。]{0,1}改|马上|即时|即刻|当即|尽快|尽早|随即|第一时间)${TAIL}${CLAUSE_END}`,
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
  /(?:自|从)?(?:即日|(?:本(?:通知|意见|方案|办法|措施|规定|细则|决定|文件|条例)?)?(?:印发|发布|公布|下发|颁布)之?日)起(?!\d|[一二两三四五六七八九十满]|半年|半个)(?:正式)?(?:施行|实施|执行|生效)?/y;

const FROM_ISSUE: Recogniser = {
  purpose: 'from the date of the document itself, or until the end of its validity',
  examples: ['即日起', '自即日起实施', '自印发之日起施行', '自公布之日起施行，有效期5年', '即日起至2020年12月31日'],
  read(reading, at) {
    const match = matchAt(ISSUED, reading.text, at);
    if (!match) return null;
    const end = at + match[0].length;
    const from = reading.reference;
    const until = readValidity(reading, end, { from });
    const found: Found = until
      ? {
          start: at,
          end: until.end,
          kind: 'within',
          from,
          to: until.to,
          ...(until.period ? { period: until.period } : {}),
        }
      : { start: at, end, kind: 'from', from };
    return [found];
  },
};

export const UNDATED: readonly Recogniser[] = [FROM_ISSUE, LONG_TERM, IMMEDIATE];

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
    purpose: 'when it suits',
    examples: ['适时', '择机推进', '按需开展', '成熟一个推进一个'],
    pattern: /^(?:适时|择机|相机|按需|酌情|视情|成熟一个)/,
    yieldsToDate: false,
  },
];
