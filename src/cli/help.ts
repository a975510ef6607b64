import type { Language, Wording } from '../messages.js';

/** Texts of --help. */
export const HELP = {
  program: {
    zh: '把政府公报（PDF 或文本）转换为结构化的措施记录：JSON 和 Excel 任务清单',
    en: 'Turns Chinese government gazettes (政府公报, PDF or text) into structured records: JSON and an Excel task list',
  },
  lang: {
    zh: '消息语言：zh 或 en（默认取自系统语言环境）',
    en: 'language of the messages: zh or en (default: from the locale)',
  },
  help: { zh: '显示帮助', en: 'show help' },
  helpCommand: { zh: '显示某个命令的帮助', en: 'show the help of a command' },
  version: { zh: '显示版本号', en: 'show the version' },
  convert: {
    zh: '转换公报文件；每个输入得到 名称.json 和 名称.xlsx，或 --format 指定的格式',
    en: 'convert gazette issues; each input gives STEM.json and STEM.xlsx, or what --format names',
  },
  convertInputs: {
    zh: '文件、文件夹（取其中及各级子文件夹中的 .pdf 和 .txt）或引号中的通配模式；默认 input',
    en: 'files, folders, whose .pdf and .txt files are taken at any depth, or patterns in quotes (default: input)',
  },
  convertOut: { zh: '输出文件夹', en: 'output folder' },
  convertFormat: {
    zh: '输出格式，用逗号分隔：json、xlsx、csv、ndjson、ics、md；json 总会写出，汇总.xlsx 由它生成',
    en: 'what to write, separated by commas: json, xlsx, csv, ndjson, ics, md; json always is, for 汇总.xlsx is made from it',
  },
  convertScript: {
    zh: '输出文字的字形：cn 简体，hk 香港繁体，tw 台湾正体（默认照原文）',
    en: 'script of the texts written: cn simplified, hk or tw traditional (default: as printed)',
  },
  jobs: { zh: '同时转换的文件数', en: 'files converted at the same time' },
  force: { zh: '未变化的文件也重新转换', en: 'convert files that have not changed too' },
  watch: {
    zh: '转换后继续等待：文件放入并复制完毕即转换，按 Ctrl+C 结束',
    en: 'goes on waiting: converts what arrives, once it is complete, until Ctrl+C',
  },
  quiet: { zh: '只显示错误', en: 'print errors only' },
  json: { zh: '在标准输出逐行给出 JSON 事件，供程序读取', en: 'one JSON object a line on stdout, for programs' },
  convertNoKeywords: {
    zh: '不提取关键词（省去分词词典所占的约 250 MB 内存和一秒左右的读取时间）',
    en: 'no keywords (their dictionary takes 250 MB of memory and a second to read)',
  },
  password: {
    zh: 'PDF 的打开密码；可多次给出，逐个尝试',
    en: 'password of PDF files; may be given several times, each is tried',
  },
  maxPages: { zh: '每个文件的页数上限', en: 'most pages of one file' },
  maxSeconds: { zh: '每个文件的处理时间上限（秒）', en: 'most seconds for one file' },
  maxMemory: { zh: '每个文件的内存上限（MB）', en: 'most memory for one file, in MB' },
  convertNotes: {
    zh: `
同名输入：几个输入主名相同时（如 a.pdf 和 a.txt），PDF 的输出用主名，其余保留扩展名：a.json、a.txt.json；
仍相同时（如 2020/11.pdf 和 2021/11.pdf），在前面加上文件夹名：2020_11.pdf.json、2021_11.pdf.json。

未变化的输入会跳过（--force 强制转换）；各输入的结果见输出文件夹中的 index.json，全部措施见 汇总.xlsx。

退出状态：0 全部成功；1 至少一个失败（其余照常转换）；2 用法错误；130 按 Ctrl+C 停止。`,
    en: `
Equal names: where several inputs have the same stem (a.pdf and a.txt), the outputs of the PDF have the stem, the
others keep their extension: a.json, a.txt.json. Where that is still the same (2020/11.pdf and 2021/11.pdf), the
folder comes before it: 2020_11.pdf.json, 2021_11.pdf.json.

Inputs that have not changed are skipped (--force converts them); index.json in the output folder tells what became of
each, 汇总.xlsx lists all measures.

Exit status: 0 every input converted, 1 at least one failed (the others are converted), 2 wrong use, 130 stopped with
Ctrl+C.`,
  },
  review: {
    zh: '在浏览器中核对和更正转换结果：对照原页查看各字段，处理标记，更正后导出',
    en: 'check and correct the records in the browser, beside the pages they came from',
  },
  reviewDir: { zh: '输出文件夹', en: 'folder of the outputs' },
  port: { zh: '页面的端口（默认任选空闲端口）', en: 'port of the page (default: any that is free)' },
  noOpen: { zh: '不自动打开浏览器', en: 'does not open the browser' },
  inspect: {
    zh: '以 JSON 显示某一阶段对文件的处理结果（标准输出）',
    en: 'what a stage made of the file, as JSON on stdout',
  },
  inspectFile: { zh: '公报文件', en: 'a gazette issue' },
  inspectStage: {
    zh: 'pages 页面（文字与线条），tables 合并后的表格，text 整理后的正文，differences 正文与清单的不一致之处',
    en: 'pages (glyphs and drawn lines), tables (joined over pages), text (in reading order), differences (between text and task list)',
  },
  schema: { zh: '显示输出的 JSON Schema（标准输出）', en: 'JSON Schema of the output on stdout' },
} as const satisfies Record<string, Wording>;

const TITLES_ZH: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '全局选项：',
  'Commands:': '命令：',
};

/** A heading of the help as the parser names it, in the language of the help. */
export function helpTitle(title: string, language: Language): string {
  return language === 'zh' ? (TITLES_ZH[title] ?? title) : title;
}
