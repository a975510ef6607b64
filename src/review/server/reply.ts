import type { IncomingMessage } from 'node:http';
import { asGongbaoError } from '../../batch/as-error.js';
import type { GongbaoError } from '../../errors.js';
import { errorMessage } from '../../messages.js';

/** What is sent back; the server sends it. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export const json = (data: unknown, status = 200): Reply => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(data),
});

export interface WordedError {
  readonly code: string;
  readonly message: { readonly zh: string; readonly en: string };
}

export const worded = (error: GongbaoError): WordedError => ({
  code: error.code,
  message: { zh: errorMessage(error, 'zh'), en: errorMessage(error, 'en') },
});

export function errorReply(error: unknown, file: string): Reply {
  const known = asGongbaoError(error, file);
  return json({ error: worded(known) }, known.code === 'internal' ? 500 : 422);
}

/** A refusal that needs no words for people: the page never meets it. */
export const refused = (status: number, code: string): Reply => json({ error: { code } }, status);

/** A correction of a whole measure takes some kilobytes. */
const MOST_BYTES = 8 * 1024 * 1024;

/** @returns null where it is too much, or no JSON */
export async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > MOST_BYTES) return null;
    chunks.push(chunk as Buffer);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return null;
  }
}
