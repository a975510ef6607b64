// Who may ask: the page that was opened with the address of this start, and nobody else.
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Only what the page itself is made of; texts of a PDF stand in it as texts, and could run nothing even as markup. */
const POLICY = [
  "default-src 'none'",
  // pdf.js decodes some pictures with WebAssembly
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types gongbao-worker',
].join('; ');

export const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

export type Refusal = 'host' | 'origin' | 'token';

/** Why a request is refused; null where it may pass. */
export function refusalOf({ headers, url = '' }: IncomingMessage, port: number, token: string): Refusal | null {
  const { host, origin } = headers;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  // a name that someone else points to this machine (DNS rebinding)
  if (host === undefined || !hosts.includes(host.toLowerCase())) return 'host';
  if (origin !== undefined && !hosts.some((one) => origin === `http://${one}`)) return 'origin';
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'origin';
  return isSame(url.split(/[/?#]/)[1] ?? '', token) ? null : 'token';
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
