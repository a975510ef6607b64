import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, type PDFPageProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { GongbaoError } from '../../errors.js';
import type { PrintedPage } from '../page.js';
import { interpret } from './interpret.js';
import type { Matrix } from './matrix.js';
import { partByReadability } from './readable.js';
import { recognisedText } from './scan.js';
import type { FontMetrics } from './text-state.js';

// pdf.js reads its character maps and standard fonts from files of its package; without them it gives "" for GBK-EUC-H
const PDFJS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Larger images are not decoded: nothing is read from them. */
const LARGEST_IMAGE_PIXELS = 1;

/**
 * PDF → pages of glyphs and rules.
 *
 * @throws GongbaoError pdf-needs-password, not-a-pdf, pdf-damaged (with the page where one cannot be read)
 */
export async function readPdf(bytes: Uint8Array, file: string): Promise<PrintedPage[]> {
  const task = getDocument({
    data: bytes.slice(), // pdf.js takes the buffer away
    cMapUrl: join(PDFJS, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(PDFJS, 'standard_fonts/'),
    maxImageSize: LARGEST_IMAGE_PIXELS,
    disableFontFace: true,
    isEvalSupported: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    const layers = (await document.getOptionalContentConfig()) as Layers;
    const pages: PrintedPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      try {
        const page = await document.getPage(number);
        pages.push(await readPage(page, number, layers));
        page.cleanup();
      } catch (error) {
        throw new GongbaoError('pdf-damaged', file, { page: number, reason: reasonOf(error) });
      }
    }
    return pages;
  } catch (error) {
    throw openingError(error, file);
  } finally {
    await task.destroy();
  }
}

interface Layers {
  isVisible(layer: unknown): boolean;
}

async function readPage(page: PDFPageProxy, number: number, layers: Layers): Promise<PrintedPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const list = await page.getOperatorList({ annotationMode: 0 });
  const fonts = new Map<string, FontMetrics>();
  const fontOf = (name: string): FontMetrics => {
    let metrics = fonts.get(name);
    if (!metrics) {
      const font = page.commonObjs.get(name) as { fontMatrix?: number[]; vertical?: boolean };
      metrics = { name, widthScale: font.fontMatrix?.[0] ?? 0.001, vertical: font.vertical === true };
      fonts.set(name, metrics);
    }
    return metrics;
  };
  const interpreted = interpret(list, {
    number,
    width,
    height,
    toPage: transform as unknown as Matrix,
    fontOf,
    isShown: (layer) => layer === null || layers.isVisible(layer),
  });
  const { glyphs, hidden, recognised } = recognisedText(interpreted, width * height);
  return {
    kind: 'printed',
    number,
    width,
    height,
    ...partByReadability(glyphs),
    rules: interpreted.rules,
    images: interpreted.images,
    hidden,
    recognised,
  };
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function openingError(error: unknown, file: string): GongbaoError {
  if (error instanceof GongbaoError) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return new GongbaoError('pdf-needs-password', file);
  return new GongbaoError('pdf-damaged', file, { reason: reasonOf(error) });
}
