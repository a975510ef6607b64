import { GongbaoError } from '../errors.js';

/** Anything unforeseen becomes `internal`, with what it said as the reason. */
export function asGongbaoError(error: unknown, file: string): GongbaoError {
  if (error instanceof GongbaoError) return error;
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const internal = new GongbaoError('internal', file, { reason });
  internal.cause = error;
  return internal;
}
