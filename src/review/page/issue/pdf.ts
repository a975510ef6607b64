// pdf.js, loaded when the first page is drawn; its data comes from the server of the page too.

import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

export type { PDFDocumentProxy, PDFPageProxy };

/** Asked for a password: `answer` it, again where it was wrong. */
export type AskPassword = (answer: (password: string) => void) => void;

let worker: Worker | null = null;

/** Loads pdf.js and starts its worker, while the records are still on their way. */
export async function preparePdf() {
  worker ??= new Worker(trusted(workerUrl), { type: 'module' });
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  pdfjs.GlobalWorkerOptions.workerPort ??= worker;
  return pdfjs;
}

export async function openPdf(url: string, ask: AskPassword): Promise<PDFDocumentProxy> {
  // all at once: pdf.js would ask for the file only when its worker runs
  const [{ getDocument }, data] = await Promise.all([preparePdf(), bytesOf(url)]);
  const base = (folder: string): string => new URL(`pdfjs/${folder}/`, document.baseURI).href;
  const task = getDocument({
    data,
    cMapUrl: base('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: base('standard_fonts'),
    wasmUrl: base('wasm'),
    iccUrl: base('iccs'),
    enableXfa: false,
  });
  task.onPassword = (answer: (password: string) => void) => ask(answer);
  return task.promise;
}

async function bytesOf(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The one script that is named by its address: the policy of the page asks who says so. */
function trusted(url: string): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('gongbao-worker', { createScriptURL: (own) => own });
  return (policy?.createScriptURL(url) ?? url) as string;
}

/** Not known to the types of this compiler yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}
