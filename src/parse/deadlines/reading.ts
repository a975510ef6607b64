import type { DeadlineKind } from '../../model/deadline.js';
import type { Folded } from '../folded.js';
import type { Period } from './period.js';

/** What a recogniser may look at. Offsets are those of the folded text. */
export interface Reading {
  readonly folded: Folded;
  readonly text: string;
  /** ISO date of the document; null where it is unknown. */
  readonly reference: string | null;
  readonly mode: 'cell' | 'text';
  /** The date read last: a year not printed again is that one's. */
  last: Period | null;
  /** Where the expression found last ends: nothing before it is free. */
  taken: number;
  /** Where a list of dates ends that is no deadline: its later members are not read again. */
  refused: number;
  /** The period read last, kept because several rules begin by reading one at the same place. */
  seen: { at: number; taken: number; after: Period | null; period: Period | null } | null;
}

/** One deadline as a recogniser found it, before it is printed and flagged. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly kind: DeadlineKind;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly rrule?: string;
  readonly duration?: string;
  readonly workingDays?: boolean;
  /** Range of the folded text that says what the duration is counted from. */
  readonly anchor?: readonly [number, number];
  /** The calendar period the dates come from: says whether its year was printed. */
  readonly period?: Period;
  /** Why the expression has a second reading. */
  readonly doubt?: string;
}

/** One small grammar rule: tried at a place of the folded text, the first of the list that answers has it. */
export interface Recogniser {
  /** One line: what it reads. */
  readonly purpose: string;
  /** Expressions it reads from end to end, as a cell of a table prints them. */
  readonly examples: readonly string[];
  read(reading: Reading, at: number): Found[] | null;
}

/** A number below a hundred. */
export const SMALL = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
/** A count of days, months and so on. */
export const COUNT = '(?:\\d{1,4}|[〇零一二三四五六七八九十百两]{1,6})';
/** Between members of a list of dates. */
export const AND = /(?:[、,;]?(?:以及|和|及|与|或)|[、,])/y;
/** Before the end of a time: 前, 之前, 以前, 止. The words that begin with 前 are another matter (前期, 前提是, 前三季度). */
export const BEFORE =
  /(?:(?:之|以)?前(?:(后)|(?![期置款景沿瞻]|述(?!职)|提(?:下|是|条件|[,。;]|$)|[三两二]个?[季月年]))|为?止|(左右))/y;
/** 建成的, 提交的申请: a date before such words describes a thing, it sets no time. */
export const DESCRIBES =
  /(?:之|以)?(?:前|后|内)?(?:已|经|依法|正式)?(?:成立|设立|建成|取得|出生|入职|提交|受理|签订|签署|发生|登记|注册|备案|竣工|投产|开工|毕业|离校|退休|批准|核准|发布|印发|公布|施行|实施|出台|办理|完成|购买|认定|通过|修订|到期|存续|参保|缴纳|启动|召开|举办|下达)[^,。;、]{0,16}的/y;
/** Inside a time: 内, 以内, 期间; not 内蒙古, 内部. */
export const INSIDE = /(?:(?:以|之)?内(?![蒙部容控需外陆涝河])|期间|期内)/y;
/** What a clause ends with. */
export const CLAUSE_END = '(?=$|[,、;。()\\[\\]])';
/** What takes effect from a date on. */
export const EFFECT = /(?:正式|全面)?(?:施行|实施|执行|试行|推行|生效|启用|开始)/y;
