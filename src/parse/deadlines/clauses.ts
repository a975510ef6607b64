import { matchAt } from '../folded.js';
import type { Found } from './reading.js';
import { CONDITIONS } from './undated.js';

type Range = [start: number, end: number];

/** Words beside a date that say what is done then, or how surely; none of them is a time. */
const FILLERS: readonly { purpose: string; examples: readonly string[]; pattern: RegExp }[] = [
  {
    purpose: 'the label of the field',
    examples: ['完成时限：', '时限要求:'],
    pattern: /(?:完成|办理|办结|实施|工作|整改)?(?:时限|时间|期限)(?:要求|节点|安排)?:?/y,
  },
  {
    purpose: 'how surely and in what order',
    examples: ['力争', '原则上', '分别', '并', '首批', '其中'],
    pattern:
      /(?:力争|争取|确保|原则上|原则|预计|计划|拟|分别|陆续|各|先行|率先|逐步|基本|全面|全部|初步|并|且|在|于|前|须|需|应|要|将|其中|总体|务必|必须|尽可能|其余|同时|首先|此后|之后|后续|随后|再|均|也|已|或|和|及|与|以及|至迟|最迟|不[晚迟]于|为|由|的|其他|正在?|首批|第[一二三四五12345]批|[一二三四]期)/y,
  },
  {
    purpose: 'the number of an item',
    examples: ['1.', '①'],
    pattern: /(?<![\d.])\d{1,2}[.、](?!\d{1,2}[^\d年])|(?<=\()\d{1,2}(?=\))|[①-⑳]/y,
  },
  {
    purpose: 'the stage or the part of the task that a date is for, before ：',
    examples: ['第一阶段：', '前期工作:'],
    pattern: /[^,;。、:()[\]\d年月日]{2,12}:|本(?:通知|意见|方案|办法|措施|规定|细则|决定|文件|条例)/y,
  },
  {
    purpose: 'at which level',
    examples: ['省级', '市县', '各地'],
    pattern: /各地|(?:全[省市区县]|[省市县区])[市县区]?级?(?![厅局委])/y,
  },
  {
    purpose: 'how much is completed',
    examples: ['50%', '30%以上'],
    pattern: /\d{1,3}(?:\.\d{1,2})?%(?:以上)?/y,
  },
  {
    purpose: 'what is completed, before its date',
    examples: ['方案', '项目主体工程'],
    pattern:
      /(?:方案|项目|主体|工程|工作|任务|平台|系统|清单|办法|规划|计划|制度|文件|细则|标准|目录|一阶段|二阶段)+(?![前后])/y,
  },
  {
    purpose: 'a verb of completion with what is completed',
    examples: ['完成', '启动', '取得阶段性成效', '完成修订'],
    pattern:
      /(?:完成|启动|实现|取得|建成|出台|印发|开展|推进|推动|实施|落实|推行|推广|试点|投入|上线|运行|到位|见效|办结|办复|报送|上报|形成|制定|制订|修订|编制|发布|公布|开工|竣工|验收|交付|达到|达标|总结|评估|整改|完善|建立|起步|施行|执行|结束|开通|启用|部署|组织|提交|召开|梳理|清理|检查|有序|深入|阶段性|见成效|收官|覆盖|持续|长期|调度|通报|考核|督查|报告|更新|调整|备案|汇总|研究|提出|做好|加强|推出|改造|建设|新增|培育|打造|举办|推开|铺开|清零|销号)[^,;。、()[\]\d年月周季时期前后附]{0,16}/y,
  },
];

const MARK = /[\s,、;:。!?.·()[\]“”"'‘’《》<>*-]/;
const isFree = (text: string, at: number): number => {
  if (MARK.test(text.charAt(at))) return 1;
  for (const { pattern } of FILLERS) {
    const match = matchAt(pattern, text, at);
    if (match && match[0] !== '') return match[0].length;
  }
  return 0;
};

/** The ranges between the found expressions. */
function gaps(length: number, found: readonly Found[]): Range[] {
  const free: Range[] = [];
  let from = 0;
  for (const { start, end } of found) {
    if (start > from) free.push([from, start]);
    from = Math.max(from, end);
  }
  if (from < length) free.push([from, length]);
  return free;
}

function* clausesOf(text: string, [start, end]: Range): Generator<Range> {
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && !/[,;。()[\]]/.test(text.charAt(at))) continue;
    if (at > from) yield [from, at];
    from = at + 1;
  }
}

/** Longer than any clause a table cell prints as a condition; bounds the work on hostile input. */
const MAX_CONDITION = 80;

/**
 * What is left of a cell when its dates are taken out: clauses that make the time depend on something, and the ranges of
 * words that nothing explains.
 */
export function readClauses(text: string, found: readonly Found[]): { conditions: Found[]; rest: Range[] } {
  const conditions: Found[] = [];
  const rest: Range[] = [];
  const lastDated = found.findLast((one) => one.kind !== 'long-term' && one.kind !== 'immediate');
  for (const gap of gaps(text.length, found)) {
    for (const [start, end] of clausesOf(text, gap)) {
      const clause = end - start <= MAX_CONDITION ? text.slice(start, end) : '';
      const rule = CONDITIONS.find(({ pattern }) => pattern.test(clause));
      if (rule && !(rule.yieldsToDate && lastDated && lastDated.start >= end)) {
        conditions.push({ start, end, kind: 'conditional' });
      } else if (!rule) {
        rest.push(...unexplained(text, start, end));
      }
    }
  }
  // Where nothing was a time, words that only go with times explain nothing: 已完成.
  if (found.length === 0 && conditions.length === 0) return { conditions, rest: [[0, text.length]] };
  return { conditions, rest };
}

function* unexplained(text: string, start: number, end: number): Generator<Range> {
  let from = -1;
  for (let at = start; at < end; ) {
    const free = Math.min(isFree(text, at), end - at);
    if (free > 0 && from >= 0) {
      yield [from, at];
      from = -1;
    } else if (free === 0 && from < 0) {
      from = at;
    }
    at += free || 1;
  }
  if (from >= 0) yield [from, end];
}

export const FILLER_RULES = FILLERS;
