import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { GongbaoError } from '../../errors.js';
import { getDocument, type PDFDocumentLoadingTask, VerbosityLevel } from './pdfjs.js';

// pdf.js reads its character maps and standard fonts from files of its package; without them it gives "" for GBK-EUC-H
const PDFJS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Larger images are not decoded: nothing is read from them. */
const LARGEST_IMAGE_PIXELS = 1;

/** pdf.js opens a file that only restricts changes without a password; for another it asks until one fits. */
export function open(bytes: Uint8Array, passwords: readonly string[]): PDFDocumentLoadingTask {
  const task = getDocument({
    data: bytes.slice(), // pdf.js takes the buffer away
    cMapUrl: join(PDFJS, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(PDFJS, 'standard_fonts/'),
    maxImageSize: LARGEST_IMAGE_PIXELS,
    disableFontFace: true,
    isEvalSupported: false,
    verbosity: VerbosityLevel.INFOS, // heard by complaints.ts
  });
  const untried = [...passwords];
  task.onPassword = (answer: (password: string | Error) => void) => answer(untried.shift() ?? new Error('none fits'));
  return task;
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
