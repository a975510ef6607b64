// A real browser for the tests of the review page.
import { spawnSync } from 'node:child_process';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, onTestFinished } from 'vitest';
import { chromiumProgram } from '../../fixtures/typesetter/produce/chromium/browser.js';

/** Where the program is; null where there is none. */
export const browserPath = (): string | null => {
  const { status, stdout } = spawnSync('which', [chromiumProgram()], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
};

/** Where there is none, tests are skipped, but for where one must be there. */
export const browserWanted = (): boolean => browserPath() !== null || process.env.GONGBAO_BROWSER === '1';

/** One for all tests of a file. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = browserPath();
  if (!executablePath) throw new Error('no browser');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  afterAll(() => browser.close());
  return browser;
}

export interface Opened {
  readonly page: Page;
  /** What went wrong in it, and what it asked of other hosts: nothing, if all is well. */
  readonly complaints: string[];
}

/** A page of its own: nothing is kept from others. */
export async function openPage(
  browser: Browser,
  address: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(new URL(address).origin) && !/^(?:data|blob):/.test(url)) complaints.push(`asked ${url}`);
  });
  await page.goto(address);
  return { page, complaints };
}

export interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where two pictures of the same size differ, in pixels; read in a page of its own, which may do what the tested may not. */
export async function differingExtent(browser: Browser, one: Buffer, other: Buffer): Promise<Extent | null> {
  const page = await browser.newPage();
  try {
    return await page.evaluate(
      async ([a, b]) => {
        const pixels = async (base64: string): Promise<ImageData> => {
          const image = new Image();
          image.src = `data:image/png;base64,${base64}`;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height);
        };
        const [first, second] = [await pixels(a as string), await pixels(b as string)];
        let extent: Extent | null = null;
        for (let y = 0; y < first.height; y++)
          for (let x = 0; x < first.width; x++) {
            const at = 4 * (y * first.width + x);
            const isSame = [0, 1, 2].every((n) => first.data[at + n] === second.data[at + n]);
            if (isSame) continue;
            const { left, top, right, bottom }: Extent = extent ?? { left: x, top: y, right: x, bottom: y };
            extent = {
              left: Math.min(left, x),
              top: Math.min(top, y),
              right: Math.max(right, x + 1),
              bottom: Math.max(bottom, y + 1),
            };
          }
        return extent;
      },
      [one, other].map((picture) => picture.toString('base64')),
    );
  } finally {
    await page.close();
  }
}
