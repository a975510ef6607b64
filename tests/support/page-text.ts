// Where words stand on a page, as pdf.js alone says: nothing of the project is asked.
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PlacedWords {
  readonly text: string;
  /** In points, from the top left corner of the page. */
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

export async function wordsOf(path: string, number: number): Promise<PlacedWords[]> {
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 });
  const page = await (await task.promise).getPage(number);
  const { height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  await task.destroy();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , size = 0, x = 0, y = 0] = item.transform as number[];
    return [{ text: item.str, left: x, right: x + item.width, baseline: height - y, size }];
  });
}
