import type { ErrorCode, GongbaoError } from './errors.js';

export type Language = 'zh' | 'en';
export const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** One wording in both languages. */
export type Wording = Readonly<Record<Language, string>>;

/** The language of the messages: Chinese where the environment asks for any zh locale, else English. */
export function languageOf(env: Readonly<Record<string, string | undefined>>, systemLocale = intlLocale()): Language {
  // Precedence of POSIX.1-2017, 8.2; an empty variable counts as unset.
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || systemLocale;
  return /^zh(?![a-z])/i.test(locale) ? 'zh' : 'en';
}

function intlLocale(): string {
  return Intl.DateTimeFormat().resolvedOptions().locale;
}

/** What is wrong, and what to do about it. */
const ERRORS: Readonly<Record<ErrorCode, { wrong: Wording; todo: Wording }>> = {
  'file-missing': {
    wrong: { zh: '文件或文件夹不存在', en: 'no such file or folder' },
    todo: { zh: '请检查路径和文件名', en: 'check the path and the spelling of the name' },
  },
  'file-empty': {
    wrong: { zh: '文件是空的（0 字节）', en: 'the file is empty (0 bytes)' },
    todo: { zh: '请重新下载或重新导出', en: 'download or export it again' },
  },
  'file-unreadable': {
    wrong: { zh: '无法读取', en: 'cannot be read' },
    todo: { zh: '请检查读取权限，并确认它是一个文件', en: 'check the read permission and that it is a file' },
  },
  'folder-without-input': {
    wrong: { zh: '文件夹中没有 .pdf 或 .txt 文件', en: 'no .pdf or .txt file in this folder' },
    todo: {
      zh: '请把公报文件放入其中，或直接指定文件：gongbao convert 文件',
      en: 'put gazette issues there, or name the files: gongbao convert FILE',
    },
  },
  'unsupported-file': {
    wrong: { zh: '不支持这种文件', en: 'this kind of file is not supported' },
    todo: { zh: '请另存为 PDF 或 UTF-8 纯文本', en: 'save it as PDF or as plain text in UTF-8' },
  },
  'text-encoding-unknown': {
    wrong: { zh: '无法确定文字编码', en: 'the text encoding is not recognised' },
    todo: { zh: '请用文本编辑器另存为 UTF-8', en: 'save it as UTF-8 in a text editor' },
  },
  'text-without-content': {
    wrong: { zh: '文件中没有文字，只有空白', en: 'the file holds nothing but white space' },
    todo: { zh: '请重新导出文字', en: 'export the text again' },
  },
  'not-a-pdf': {
    wrong: { zh: '扩展名是 .pdf，内容却不是 PDF', en: 'named .pdf, but its content is not PDF' },
    todo: {
      zh: '请重新下载；若是文本文件，请改用扩展名 .txt',
      en: 'download it again; if it is plain text, rename it to .txt',
    },
  },
  'pdf-damaged': {
    wrong: { zh: 'PDF 已损坏', en: 'the PDF is damaged' },
    todo: { zh: '请重新下载', en: 'download it again' },
  },
  'pdf-needs-password': {
    wrong: { zh: 'PDF 设有打开密码', en: 'the PDF needs a password' },
    todo: {
      zh: '请用 --password 密码 给出密码，或用 PDF 阅读器打开，另存为不带密码的副本',
      en: 'give it with --password, or open the PDF in a reader and save a copy without a password',
    },
  },
  'pdf-without-text': {
    wrong: { zh: 'PDF 中没有文字，可能是扫描件', en: 'the PDF holds no text and is probably a scan' },
    todo: {
      zh: '请先做文字识别（OCR），或改用带文字的 PDF',
      en: 'run text recognition (OCR) on it first, or get a PDF with text',
    },
  },
  'pdf-text-unreadable': {
    wrong: {
      zh: 'PDF 中的字体没有文字编码，文字无法读出',
      en: 'the fonts of the PDF do not say which characters they show',
    },
    todo: {
      zh: '请换用其他版本的文件，或先做文字识别（OCR）',
      en: 'get another version of the file, or run text recognition (OCR) on it first',
    },
  },
  'input-changed': {
    wrong: { zh: '读取过程中文件被改动', en: 'the file changed while it was read' },
    todo: { zh: '请等文件写完后再转换', en: 'convert it again when it is complete' },
  },
  'limit-pages': {
    wrong: { zh: '页数超过上限', en: 'more pages than the limit allows' },
    todo: {
      zh: '若文件无误，请用 --max-pages 页数 提高上限',
      en: 'if the file is right, raise the limit with --max-pages',
    },
  },
  'limit-seconds': {
    wrong: { zh: '处理时间超过上限', en: 'it takes more time than the limit allows' },
    todo: {
      zh: '文件可能已损坏，请重新下载；若文件无误，请用 --max-seconds 秒数 提高上限',
      en: 'the file may be damaged, download it again; if it is right, raise the limit with --max-seconds',
    },
  },
  'limit-megabytes': {
    wrong: { zh: '所需内存超过上限', en: 'it takes more memory than the limit allows' },
    todo: {
      zh: '文件可能已损坏，请重新下载；若文件无误，请用 --max-memory 兆字节数 提高上限',
      en: 'the file may be damaged, download it again; if it is right, raise the limit with --max-memory',
    },
  },
  'output-not-writable': {
    wrong: { zh: '无法写入输出', en: 'the output cannot be written here' },
    todo: {
      zh: '请检查写入权限和磁盘空间，关闭正在使用该文件的程序（如 Excel），或用 --out 指定其他文件夹',
      en: 'check the permission and the disk space, close programs that use the file (Excel), or choose another folder with --out',
    },
  },
  'output-damaged': {
    wrong: {
      zh: '输出文件已损坏或被改动，其措施未列入 汇总.xlsx',
      en: 'this output was changed or is damaged; its measures are missing from 汇总.xlsx',
    },
    todo: { zh: '请用 --force 重新转换', en: 'convert its input again with --force' },
  },
  internal: {
    wrong: { zh: '程序内部错误', en: 'internal error of gongbao' },
    todo: { zh: '请将此消息和该文件反馈给维护者', en: 'report this message with the file to the maintainers' },
  },
};

/** Reasons that have a wording; any other is shown as it is. */
const REASONS: Readonly<Record<string, Wording>> = {
  truncated: { zh: '文件不完整，缺少结尾', en: 'incomplete: its end is missing' },
  'no-text-left': { zh: '读不出任何文字', en: 'no text can be read from it' },
  'page-size': { zh: '页面尺寸异常', en: 'the size of the page makes no sense' },
  'no-password-given': { zh: '未给出密码', en: 'none was given' },
  'no-password-fits': { zh: '给出的密码都不对', en: 'none of those given fits' },
  zip: { zh: 'Office 文档（docx、xlsx）、OFD 或压缩包', en: 'an Office document (docx, xlsx), OFD or zip archive' },
  ole: { zh: '旧版 Office 文档（doc、xls）', en: 'an old Office document (doc, xls)' },
  rtf: { zh: 'RTF 文档', en: 'an RTF document' },
  html: { zh: '网页（HTML），可能是下载时的错误页', en: 'a web page (HTML), perhaps the error page of a download' },
  xml: { zh: 'XML 文件', en: 'an XML file' },
  image: { zh: '图片', en: 'a picture' },
  archive: { zh: '压缩包', en: 'an archive' },
  binary: { zh: '二进制文件', en: 'a binary file' },
  'bytes-against-mark': { zh: '内容与文件开头的编码标记（BOM）不符', en: 'its bytes contradict its byte order mark' },
  'broken-utf-8': { zh: 'UTF-8 文字中有损坏的字节', en: 'UTF-8 with damaged bytes' },
  'neither-utf-8-nor-gb18030': { zh: '既不是 UTF-8，也不是 GB18030/GBK', en: 'neither UTF-8 nor GB18030/GBK' },
  EISDIR: { zh: '这是文件夹', en: 'it is a folder' },
  EACCES: { zh: '没有权限', en: 'permission denied' },
  EPERM: { zh: '没有权限', en: 'permission denied' },
  EROFS: { zh: '磁盘只读', en: 'the disk is read-only' },
  ENOSPC: { zh: '磁盘空间不足', en: 'no space left on the disk' },
  EBUSY: { zh: '文件正被其他程序使用', en: 'another program uses the file' },
  ENAMETOOLONG: { zh: '文件名太长', en: 'the file name is too long' },
  EEXIST: { zh: '同名的文件已存在', en: 'a file of this name is in the way' },
  ENOTDIR: { zh: '路径中有一部分不是文件夹', en: 'a part of the path is not a folder' },
};

/** One line: the file, the page where there is one, what is wrong, why, what to do. */
export function errorMessage(error: GongbaoError, language: Language): string {
  const { page, reason } = error.details;
  const { wrong, todo } = ERRORS[error.code];
  const why = reason === undefined ? '' : (REASONS[reason]?.[language] ?? shortened(reason));
  const line =
    language === 'zh'
      ? `错误：${error.file}${page ? ` 第 ${page} 页` : ''}：${wrong.zh}${why && `（${why}）`}。${todo.zh}。`
      : `error: ${error.file}${page ? `, page ${page}` : ''}: ${wrong.en}${why && ` (${why})`}; ${todo.en}`;
  return oneLine(line);
}

/** Enough of an unforeseen reason to report it. */
const REASON_CHARACTERS = 200;

function shortened(reason: string): string {
  const characters = [...reason];
  return characters.length > REASON_CHARACTERS ? `${characters.slice(0, REASON_CHARACTERS).join('')}…` : reason;
}

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
  return oneLine(
    language === 'zh'
      ? `${file} → ${outputs.join('、')}：公文 ${n.documents} 件，措施 ${n.measures} 条，待核对 ${n.toCheck} 处`
      : `${file} → ${outputs.join(', ')}: ${counted(n.documents, 'document')}, ${counted(n.measures, 'measure')}, ${n.toCheck} to check`,
  );
}

/** The outputs of inputs with the same stem carry longer names. */
export function renamedMessage(file: string, name: string, language: Language): string {
  return oneLine(
    language === 'zh'
      ? `提示：${file}：另有同名输入，输出改名为 ${name}.json、${name}.xlsx`
      : `note: ${file}: another input has the same name; written as ${name}.json, ${name}.xlsx`,
  );
}

/** The optional word segmentation is not there: once a run. */
export function noWordsMessage(language: Language): string {
  return language === 'zh'
    ? '提示：没有分词组件 nodejieba（或其原生部分），照常转换；措施没有关键词，字间加空的表头可能无法识别。运行 npm rebuild nodejieba 可补装'
    : 'note: nodejieba (word segmentation) or its native part is missing; files are converted all the same, but without keywords, and table headings with spaces between their characters may not be recognised; npm rebuild nodejieba may bring it back';
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
  return oneLine(
    language === 'zh'
      ? `${file}：未变化，跳过（--force 强制转换）`
      : `${file}: unchanged, skipped (--force converts it again)`,
  );
}

/** The first Ctrl+C. */
export function interruptedMessage(language: Language): string {
  return language === 'zh'
    ? '正在完成手头的文件；再按一次 Ctrl+C 立即停止'
    : 'finishing the files in hand; press Ctrl+C again to stop at once';
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
  return oneLine(
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
  return language === 'zh'
    ? `完成：成功 ${converted} 个${unchanged ? `，未变化 ${unchanged} 个` : ''}，失败 ${failed} 个${notBegun ? `，未开始 ${notBegun} 个` : ''}`
    : `done: ${converted} converted${unchanged ? `, ${unchanged} unchanged` : ''}, ${failed} failed${notBegun ? `, ${notBegun} not begun` : ''}`;
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
  if (language === 'en') return `error: ${plain}; see gongbao --help`;
  const subject = [...plain.matchAll(/'([^']*)'/g)].map((quoted) => quoted[1]).join('，');
  return `用法错误：${USAGE[code] ?? plain}${subject && ` ${subject}`}。用法见 gongbao --help --lang zh`;
}

function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
