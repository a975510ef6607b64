import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { GongbaoError } from '../../errors.js';
import { restoreBuiltIns } from './built-ins.js';
import { getDocument, type PDFDocumentLoadingTask, PDFWorker, VerbosityLevel } from './pdfjs.js';
import { Port } from './port.js';

// pdf.js reads its character maps and standard fonts from files of its package; without them it gives "" for GBK-EUC-H
const PDFJS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Larger images are not decoded: nothing is read from them. */
const LARGEST_IMAGE_PIXELS = 1;

export interface OpenTask {
  readonly document: PDFDocumentLoadingTask['promise'];
  readonly close: () => Promise<void>;
}

/** pdf.js opens a file that only restricts changes without a password; for another it asks until one fits. */
export async function open(bytes: Uint8Array, passwords: readonly string[]): Promise<OpenTask> {
  const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  restoreBuiltIns();
  const [port, ofWorker] = Port.pair();
  WorkerMessageHandler.initializeFromPort(ofWorker);
  const verbosity = VerbosityLevel.INFOS; // heard by complaints.ts
  const worker = new PDFWorker({ port: port as never, verbosity });
  const task = getDocument({
    data: bytes.slice(), // the caller's are his own
    worker,
    cMapUrl: join(PDFJS, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(PDFJS, 'standard_fonts/'),
    maxImageSize: LARGEST_IMAGE_PIXELS,
    disableFontFace: true,
    isEvalSupported: false,
    verbosity,
  });
  const untried = [...passwords];
  task.onPassword = (answer: (password: string | Error) => void) => answer(untried.shift() ?? new Error('none fits'));
  const close = async (): Promise<void> => {
    await task.destroy();
    worker.destroy();
  };
  return { document: task.promise, close };
}

/** What opening failed with, as an error of ours. */
export function openingError(error: unknown, file: string, passwords: readonly string[]): GongbaoError {
  if (error instanceof GongbaoError) return error;
  if (error instanceof Error && error.name === 'PasswordException') {
    const reason = passwords.length === 0 ? 'no-password-given' : 'no-password-fits';
    return new GongbaoError('pdf-needs-password', file, { reason });
  }
  return new GongbaoError('pdf-damaged', file, { reason: reasonOf(error) });
}

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
