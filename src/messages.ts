import type { GongbaoError } from './errors.js';
import { ERRORS, REASONS } from './messages/errors.js';
import type { Language, Wording } from './messages/language.js';

import { shortened } from './text/shortened.js';

export { LANGUAGES, type Language, languageOf, type Wording } from './messages/language.js';

/** Of messages that are no errors: what READMEs explain them by. */
export const NOTICE_CODES = [
  'converted',
  'unchanged',
  'renamed',
  'moved',
  'set-aside',
  'not-moved',
  'words-missing',
  'correction-unmatched',
  'reviewing',
  'progress',
  'watching',
  'interrupted',
  'end',
  'wrong-use',
] as const;
type NoticeCode = (typeof NOTICE_CODES)[number];

/** A message that is neither an error nor a hint begins with its code. */
const tagged = (code: NoticeCode, text: string): string => oneLine(`[${code}] ${text}`);

const hint = (code: NoticeCode, text: string, language: Language): string =>
  oneLine(language === 'zh' ? `提示 [${code}]：${text}` : `note [${code}]: ${text}`);

/** One line: the file, the page where there is one, what is wrong, why, what to do. */
export function errorMessage(error: GongbaoError, language: Language): string {
  const { page, reason } = error.details;
  const { wrong, todo } = ERRORS[error.code];
  const why = reason === undefined ? '' : (REASONS[reason]?.[language] ?? shortened(reason, REASON_CHARACTERS));
  const line =
    language === 'zh'
      ? `错误 [${error.code}]：${error.file}${page ? ` 第 ${page} 页` : ''}：${wrong.zh}${why && `（${why}）`}。${todo.zh}。`
      : `error [${error.code}]: ${error.file}${page ? `, page ${page}` : ''}: ${wrong.en}${why && ` (${why})`}; ${todo.en}`;
  return oneLine(line);
}

/** Enough of an unforeseen reason to report it. */
const REASON_CHARACTERS = 200;

/** File names and reasons may hold line ends and terminal codes; a message is one plain line. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

export interface ConvertedCounts {
  documents: number;
  measures: number;
  /** Flags of severity check or error: what a person should look at. */
  toCheck: number;
}

/** An issue is written. */
export function convertedMessage(
  file: string,
  outputs: readonly string[],
  n: ConvertedCounts,
  language: Language,
): string {
  return tagged(
    'converted',
    language === 'zh'
      ? `${file} → ${outputs.join('、')}：公文 ${n.documents} 件，措施 ${n.measures} 条，待核对 ${n.toCheck} 处`
      : `${file} → ${outputs.join(', ')}: ${counted(n.documents, 'document')}, ${counted(n.measures, 'measure')}, ${n.toCheck} to check`,
  );
}

/** The outputs of inputs with the same stem carry longer names. */
export function renamedMessage(file: string, outputs: readonly string[], language: Language): string {
  return hint(
    'renamed',
    language === 'zh'
      ? `${file}：另有同名输入，输出改名为 ${outputs.join('、')}`
      : `${file}: another input has the same name; written as ${outputs.join(', ')}`,
    language,
  );
}

/** What people made for a file whose outputs have another name now. */
export function followedMessage(
  code: 'moved' | 'set-aside' | 'not-moved',
  file: string,
  from: string,
  to: string,
  language: Language,
): string {
  const wordings = {
    moved: {
      zh: `输出的名称变了，${from} 改名为 ${to}，其中的人工更正或填写内容照常沿用`,
      en: `its outputs have another name now: ${from} is called ${to}, and what people wrote there is kept`,
    },
    'set-aside': {
      zh: `${from} 属于先前使用该名称的另一文件，改名为 ${to}，待该文件再次转换时沿用`,
      en: `${from} is of another file that had the name before; it is called ${to} until that file is converted again`,
    },
    'not-moved': {
      zh: `${from} 也是人工为该文件所做，因已有 ${to} 而未套用；请把其中所需的内容补到后者（更正用 gongbao review），再删除前者`,
      en: `${from} holds work of people on this file too, which is left out, as there is ${to}; repeat there what is wanted of it (corrections with gongbao review), then delete ${from}`,
    },
  } as const;
  return hint(code, `${file}${language === 'zh' ? '：' : ': '}${wordings[code][language]}`, language);
}

/** The optional word segmentation is not there: once a run. */
export function noWordsMessage(language: Language): string {
  return hint(
    'words-missing',
    language === 'zh'
      ? '没有分词组件 nodejieba（或其原生部分），照常转换；措施没有关键词，字间加空的表头可能无法识别。运行 npm rebuild nodejieba 可补装'
      : 'nodejieba (word segmentation) or its native part is missing; files are converted all the same, but without keywords, and table headings with spaces between their characters may not be recognised; npm rebuild nodejieba may bring it back',
    language,
  );
}

/** A correction of an earlier reading that fits the file no more. */
export function unmatchedMessage(file: string, correction: string, language: Language): string {
  return hint(
    'correction-unmatched',
    language === 'zh'
      ? `${file}：原文或原值已不同，或无法确定是哪一条措施，这项更正未套用：${correction}；请用 gongbao review 重新更正`
      : `${file}: the original is another now, or it is not clear which measure is meant; this correction was left out: ${correction}; correct it again with gongbao review`,
    language,
  );
}

/** The review page is there. */
export function reviewingMessage(folder: string, address: string, language: Language): string {
  return tagged(
    'reviewing',
    language === 'zh'
      ? `正在核对 ${folder}：请在浏览器中打开 ${address}；按 Ctrl+C 结束`
      : `reviewing ${folder}: open ${address} in the browser; Ctrl+C ends`,
  );
}

const STATUSES = {
  converted: { zh: '已转换', en: 'converted' },
  unchanged: { zh: '未变化', en: 'unchanged' },
  failed: { zh: '失败', en: 'failed' },
  'not-begun': { zh: '未开始', en: 'not begun' },
} as const satisfies Record<string, Wording>;

/** What became of an input, in a word. */
export const statusWord = (status: keyof typeof STATUSES, language: Language): string => STATUSES[status][language];

/** An input that was converted before, and its outputs are still there. */
export function unchangedMessage(file: string, language: Language): string {
  return tagged(
    'unchanged',
    language === 'zh'
      ? `${file}：未变化，跳过（--force 强制转换）`
      : `${file}: unchanged, skipped (--force converts it again)`,
  );
}

/** More inputs are waited for. */
export function watchingMessage(places: readonly string[], language: Language): string {
  return tagged(
    'watching',
    language === 'zh'
      ? `正在等待新文件：${places.join('、')}；按 Ctrl+C 结束`
      : `waiting for files in ${places.join(', ')}; Ctrl+C ends`,
  );
}

/** The first Ctrl+C. */
export function interruptedMessage(language: Language): string {
  return tagged(
    'interrupted',
    language === 'zh'
      ? '正在完成手头的文件；再按一次 Ctrl+C 立即停止'
      : 'finishing the files in hand; press Ctrl+C again to stop at once',
  );
}

export interface RunProgress {
  readonly finished: number;
  readonly files: number;
  readonly pagesPerSecond: number;
  /** null before the first file is finished. */
  readonly secondsLeft: number | null;
  readonly inHand: readonly string[];
}

/** The line that moves. */
export function progressMessage(now: RunProgress, language: Language): string {
  const { finished, files, pagesPerSecond, secondsLeft, inHand } = now;
  const speed = pagesPerSecond.toFixed(1);
  const left = secondsLeft === null ? null : Math.ceil(secondsLeft);
  const time = left === null ? '' : left < 60 ? `${left} s` : `${Math.floor(left / 60)} min ${left % 60} s`;
  return tagged(
    'progress',
    language === 'zh'
      ? `${finished}/${files} 个文件，每秒 ${speed} 页${time && `，约剩 ${time}`}：${inHand.join('、')}`
      : `${finished}/${files} files, ${speed} pages/s${time && `, about ${time} left`}: ${inHand.join(', ')}`,
  );
}

/** The closing table: a line for each file. */
export const TABLE = {
  headings: {
    zh: ['文件', '结果', '公文', '措施', '待核对', '秒'],
    en: ['file', 'result', 'documents', 'measures', 'to check', 'seconds'],
  },
  total: { zh: '合计', en: 'total' },
} as const;

/** The end of a run over several inputs. */
export function summaryMessage(
  { converted, unchanged, failed, notBegun }: Record<'converted' | 'unchanged' | 'failed' | 'notBegun', number>,
  language: Language,
): string {
  return tagged(
    'end',
    language === 'zh'
      ? `完成：成功 ${converted} 个${unchanged ? `，未变化 ${unchanged} 个` : ''}，失败 ${failed} 个${notBegun ? `，未开始 ${notBegun} 个` : ''}`
      : `done: ${converted} converted${unchanged ? `, ${unchanged} unchanged` : ''}, ${failed} failed${notBegun ? `, ${notBegun} not begun` : ''}`,
  );
}

/** Wrong use of the command line, by the parser's code; `subject` is the option or word in question. */
const USAGE: Readonly<Record<string, string>> = {
  'commander.unknownOption': '未知选项',
  'commander.unknownCommand': '未知命令',
  'commander.excessArguments': '参数过多',
  'commander.missingArgument': '缺少参数',
  'commander.optionMissingArgument': '选项缺少值',
  'commander.missingMandatoryOptionValue': '缺少必需的选项',
  'commander.invalidArgument': '选项的值无效',
};

/** One line on wrong use, from the parser's code and English message. */
export function usageMessage(code: string, message: string, language: Language): string {
  const plain = oneLine(message.replace(/^error: /, ''));
  if (language === 'en') return `error [wrong-use]: ${plain}; see gongbao --help`;
  const subject = [...plain.matchAll(/'([^']*)'/g)].map((quoted) => quoted[1]).join('，');
  const choices = /Allowed choices are (.+?)\.?$/.exec(plain)?.[1]?.replaceAll(', ', '、') ?? '';
  return `用法错误 [wrong-use]：${USAGE[code] ?? plain}${subject && ` ${subject}`}${choices && `，可选：${choices}`}。用法见 gongbao --help --lang zh`;
}

function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
