import type { PrintedPage } from '../../src/extract/page.js';

/** A page that prints nothing, or what is given. */
export const printedPage = (page: Partial<PrintedPage> = {}): PrintedPage => ({
  kind: 'printed',
  number: 1,
  width: 595,
  height: 842,
  glyphs: [],
  rules: [],
  slants: [],
  images: [],
  hidden: [],
  unreadable: [],
  recognised: false,
  damaged: false,
  ...page,
});
