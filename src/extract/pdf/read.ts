import { GongbaoError } from '../../errors.js';
import type { Budget } from '../../limits.js';
import { isBlank } from '../../text/glyph.js';
import type { PrintedPage } from '../page.js';
import { hearing, isDamage } from './complaints.js';
import { inflateAtOnce } from './decompression-stream.js';
import { FontReading } from './glyph-reading.js';
import type { GlyphCount } from './glyphs.js';
import { type Interpreted, interpret } from './interpret.js';
import type { Matrix } from './matrix.js';
import { open, openingError, reasonOf } from './open.js';
import type { PDFPageProxy } from './pdfjs.js';
import { type RawFile, rawFileOf } from './raw-file.js';
import { partByReadability } from './readable.js';
import { recognisedText } from './scan.js';
import { withoutStrays } from './strays.js';
import type { FontMetrics } from './text-state.js';

/** A page of a PDF is at most this wide and high (PDF 32000-1, Annex C). */
const LARGEST_PAGE_PT = 14_400;
/** Smaller ones hold no text. */
const SMALLEST_PAGE_PT = 1;
/** A page is damaged where more than this part of its glyphs lies off it. */
const OFF_PAGE_PART = 0.5;

export interface ReadOptions {
  readonly file: string;
  /** Tried in turn where the file asks for one. */
  readonly passwords: readonly string[];
  readonly budget: Budget;
}

/**
 * PDF → pages of glyphs and rules.
 *
 * @throws GongbaoError pdf-needs-password, pdf-damaged (with the page where one cannot be read), limit-pages,
 *   limit-seconds, limit-megabytes
 */
export function readPdf(bytes: Uint8Array, options: ReadOptions): Promise<PrintedPage[]> {
  return withoutStrays(() => hearing((complaints) => readPages(bytes, options, complaints)));
}

async function readPages(
  bytes: Uint8Array,
  { file, passwords, budget }: ReadOptions,
  complaints: string[],
): Promise<PrintedPage[]> {
  const raw = rawFileOf(bytes, budget);
  const task = await open(bytes, passwords);
  const restore = inflateAtOnce(raw.inflated);
  try {
    const document = await budget.within(task.document);
    budget.checkPages(document.numPages);
    const layers = (await document.getOptionalContentConfig()) as Layers;
    const count = { glyphs: 0 };
    const pages: PrintedPage[] = [];
    const fonts = new Map<string, FontMetrics>();
    for (let number = 1; number <= document.numPages; number++) {
      budget.check();
      complaints.length = 0;
      try {
        const page = await budget.within(document.getPage(number));
        const { damaged, isEmpty, ...read } = await budget.within(
          readPage(page, number, { layers, raw, fonts, count }),
        );
        const object = page.ref?.num ?? 0;
        const isTold = complaints.some(isDamage) || raw.isUsedBy(object);
        pages.push({ ...read, damaged: damaged || isTold || (isEmpty && raw.hasContent(object)) });
        page.cleanup();
      } catch (error) {
        if (error instanceof GongbaoError) throw error;
        throw new GongbaoError('pdf-damaged', file, { page: number, reason: reasonOf(error) });
      }
    }
    return pages;
  } catch (error) {
    throw openingError(error, file, passwords);
  } finally {
    // what hangs cannot be ended either
    await budget.within(task.close()).catch(() => {});
    restore();
  }
}

interface Layers {
  isVisible(layer: unknown): boolean;
}

/** What the pages of a file have in common. */
interface OfFile {
  readonly layers: Layers;
  readonly raw: RawFile;
  /** By the names that pdf.js gives them. */
  readonly fonts: Map<string, FontMetrics>;
  readonly count: GlyphCount;
}

async function readPage(
  page: PDFPageProxy,
  number: number,
  { layers, raw, fonts, count }: OfFile,
): Promise<PrintedPage & { isEmpty: boolean }> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  if (!isPageSize(width) || !isPageSize(height)) throw new Error('page-size');
  const list = await page.getOperatorList({ annotationMode: 0 });
  const fontOf = (name: string): FontMetrics => {
    const metrics = fonts.get(name) ?? metricsOf(page, name, raw);
    fonts.set(name, metrics);
    return metrics;
  };
  const interpreted = interpret(list, {
    number,
    width,
    height,
    toPage: transform as unknown as Matrix,
    fontOf,
    isShown: (layer) => layer === null || layers.isVisible(layer),
    actualTexts: raw.actualTexts(page.ref?.num ?? 0),
    count,
  });
  const { glyphs, hidden, recognised } = recognisedText(interpreted, width * height);
  return {
    kind: 'printed',
    number,
    width,
    height,
    ...partByReadability(glyphs),
    rules: interpreted.rules,
    slants: interpreted.slants,
    images: interpreted.images,
    hidden,
    recognised,
    damaged: isMisplaced(interpreted),
    isEmpty: list.fnArray.length === 0,
  };
}

function metricsOf(page: PDFPageProxy, name: string, raw: RawFile): FontMetrics {
  const font = page.commonObjs.get(name) as { name?: string; fontMatrix?: number[]; vertical?: boolean };
  const pathOf = (fontChar: string): ArrayLike<number> | null => {
    const path = `${name}_path_${fontChar}`;
    return page.commonObjs.has(path) ? page.commonObjs.get(path).path : null;
  };
  return {
    name,
    widthScale: font.fontMatrix?.[0] ?? 0.001,
    vertical: font.vertical === true,
    reading: new FontReading(pathOf, () => raw.fontMaps(font.name ?? '')),
  };
}

const isPageSize = (points: number): boolean => points >= SMALLEST_PAGE_PT && points <= LARGEST_PAGE_PT;

/** Text in no place, or most of it beside the page. */
function isMisplaced({ misplaced, hidden, glyphs }: Interpreted): boolean {
  const offPage = hidden.filter(({ glyph, because }) => because === 'off-page' && !isBlank(glyph)).length;
  return misplaced || offPage > OFF_PAGE_PART * (offPage + glyphs.filter((glyph) => !isBlank(glyph)).length);
}
