// What pdf.js says about a file while it reads it. It goes on after most damage and tells only the console.
import pLimit from 'p-limit';

const METHODS = ['warn', 'info'] as const;
const FROM_PDFJS = /^(?:Warning|Info): /;

/** The console does not say which document is meant, so that one is read after the other: all would share one thread. */
const oneByOne = pLimit(1);

/**
 * Runs a reading and hands it the list that everything pdf.js complains of during it goes to, in order. What others
 * write to the console meanwhile still goes there.
 */
export function hearing<T>(read: (complaints: string[]) => Promise<T>): Promise<T> {
  return oneByOne(async () => {
    const complaints: string[] = [];
    const restore = listenToConsole(complaints);
    try {
      return await read(complaints);
    } finally {
      restore();
    }
  });
}

function listenToConsole(complaints: string[]): () => void {
  const before = METHODS.map((method) => [method, console[method]] as const);
  for (const [method, write] of before) {
    console[method] = (...args: unknown[]): void => {
      if (typeof args[0] === 'string' && FROM_PDFJS.test(args[0])) complaints.push(args[0]);
      else write.apply(console, args);
    };
  }
  return () => {
    for (const [method, write] of before) console[method] = write;
  };
}

/**
 * Complaints after which something of a page may be missing or wrong: operators, strings, forms, fonts and their
 * character maps. Others (programs in fonts, colours, pictures) do not touch what is read.
 */
const DAMAGE = [
  /ignoring (?:errors|operator|XObject|ExtGState|beginMarkedContentProps|ToUnicode|CIDToGIDMap|sub-stream)/,
  /Unknown command|Skipping command/,
  /Unterminated (?:hex )?string|getHexString|Badly formatted number|Lexer_getName/,
  /Invalid stream|flate stream|Filter ".*" (?:is )?not supported/,
  /Font ".*" is not available|loadFont|ensureStateFont|translateFont|Type3 font resource|Encoding is not a Name/,
  /Empty, or invalid, \/(?:Media|Crop)Box|Empty \/CropBox/,
  /circular reference/,
];

export const isDamage = (complaint: string): boolean => DAMAGE.some((pattern) => pattern.test(complaint));
