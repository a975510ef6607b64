import type { ErrorCode } from '../errors.js';
import type { Wording } from './language.js';

/** What is wrong, and what to do about it. */
export const ERRORS: Readonly<Record<ErrorCode, { wrong: Wording; todo: Wording }>> = {
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
      en: 'this output was changed or is damaged, and its measures are missing from 汇总.xlsx',
    },
    todo: { zh: '请用 --force 重新转换', en: 'convert its input again with --force' },
  },
  'workbook-unreadable': {
    wrong: {
      zh: '先前的工作簿无法读取，其中填写的内容无从保留，因此没有替换',
      en: 'the workbook of before cannot be read: as what people wrote there could not be kept, it was not replaced',
    },
    todo: {
      zh: '请用 Excel 打开并重新保存，或把它移到别处，再转换一次',
      en: 'open it in Excel and save it again, or move it away, then convert again',
    },
  },
  'workbook-changed': {
    wrong: {
      zh: '转换期间工作簿一再被保存，没有替换',
      en: 'the workbook was saved again and again during the conversion and was not replaced',
    },
    todo: { zh: '请关闭工作簿，再转换一次', en: 'close the workbook, then convert again' },
  },
  'records-changed': {
    wrong: {
      zh: '导出期间记录或更正一再被改动，没有写出',
      en: 'the records or corrections were changed again and again during the export, and nothing was written',
    },
    todo: {
      zh: '请等正在进行的转换结束，再导出一次',
      en: 'export again when the conversion that is going on has ended',
    },
  },
  'corrections-damaged': {
    wrong: {
      zh: '更正文件已损坏，其中的更正无法读出；它不会被覆盖',
      en: 'the file of corrections is damaged and cannot be read, and is left as it is',
    },
    todo: {
      zh: '请修复它，或从备份恢复；若不要其中的更正，请把它移走，再重新运行',
      en: 'repair it or take it from a backup; or move it away, if its corrections are not wanted, and try again',
    },
  },
  'original-missing': {
    wrong: {
      zh: '记录中已有人工更正，而更正前的记录（.original.json）不见了',
      en: 'these records are corrected ones, and those before the corrections (.original.json) are gone',
    },
    todo: { zh: '请用 --force 重新转换该文件', en: 'convert its input again with --force' },
  },
  'nothing-to-review': {
    wrong: { zh: '文件夹中没有转换结果', en: 'no converted issue in this folder' },
    todo: {
      zh: '请先运行 gongbao convert，或指定输出文件夹：gongbao review 文件夹',
      en: 'run gongbao convert first, or name the folder of the outputs: gongbao review DIR',
    },
  },
  'port-taken': {
    wrong: { zh: '无法使用该端口', en: 'this port cannot be used' },
    todo: { zh: '请用 --port 指定其他端口，或不指定', en: 'name another with --port, or none' },
  },
  'review-page-missing': {
    wrong: { zh: '核对页面的文件不全', en: 'the files of the review page are not there' },
    todo: {
      zh: '请重新安装，或在项目文件夹中运行 npm run build',
      en: 'install gongbao again, or run npm run build in its folder',
    },
  },
  internal: {
    wrong: { zh: '程序内部错误', en: 'internal error of gongbao' },
    todo: { zh: '请将此消息和该文件反馈给维护者', en: 'report this message with the file to the maintainers' },
  },
};

/** Reasons that have a wording; any other is shown as it is. */
export const REASONS: Readonly<Record<string, Wording>> = {
  'not-json': { zh: '不是 JSON', en: 'it is not JSON' },
  'not-corrections': {
    zh: '内容不是更正，或由更新的版本写成',
    en: 'it does not hold corrections, or was written by a newer version',
  },
  EADDRINUSE: { zh: '已被其他程序占用', en: 'another program uses it' },
  truncated: { zh: '文件不完整，缺少结尾', en: 'incomplete: its end is missing' },
  'no-text-left': { zh: '读不出任何文字', en: 'no text can be read from it' },
  'page-size': { zh: '页面尺寸异常', en: 'the size of the page makes no sense' },
  'no-password-given': { zh: '未给出密码', en: 'none was given' },
  'no-password-fits': { zh: '给出的密码都不对', en: 'none of those given fits' },
  'not-a-workbook': { zh: '不是 xlsx 文件，或已损坏、已加密', en: 'no xlsx file, or damaged, or encrypted' },
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
  EDQUOT: { zh: '磁盘配额已用完', en: 'the disk quota is used up' },
  EFBIG: { zh: '文件超过系统允许的大小', en: 'the file is larger than the system allows' },
  EBUSY: { zh: '文件正被其他程序使用', en: 'another program uses the file' },
  ENAMETOOLONG: { zh: '文件名太长', en: 'the file name is too long' },
  EEXIST: { zh: '同名的文件已存在', en: 'a file of this name is in the way' },
  ENOTDIR: { zh: '路径中有一部分不是文件夹', en: 'a part of the path is not a folder' },
};
