// What reading a PDF costs at least: pdf.js's operator list of each page, and nothing made of it.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const PDFJS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

export async function operatorLists(bytes: Uint8Array): Promise<number> {
  const task = getDocument({
    data: bytes.slice(),
    cMapUrl: join(PDFJS, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(PDFJS, 'standard_fonts/'),
    maxImageSize: 1,
    disableFontFace: true,
    isEvalSupported: false,
    verbosity: 0,
  });
  const pdf = await task.promise;
  let operations = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    operations += (await page.getOperatorList({ annotationMode: 0 })).fnArray.length;
    page.cleanup();
  }
  await task.destroy();
  return operations;
}
