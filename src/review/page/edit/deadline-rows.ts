// What the rows of the deadlines' editor say, before it is saved.
import type { Deadline, DeadlineKind } from '../../../model/index.js';
import { Unsavable } from './unsavable.js';

export const HAS_START: ReadonlySet<DeadlineKind> = new Set(['within', 'from']);
export const HAS_END: ReadonlySet<DeadlineKind> = new Set(['by', 'within', 'duration']);

export interface DeadlineRow {
  readonly deadline: Deadline;
  /** What was made of it; kind and dates that were chosen by hand stay, whatever the words. */
  readonly state: 'kept' | 'reworded' | 'read' | 'by-hand';
}

export const NOTHING: Deadline = { raw: '', kind: 'by', start: null, end: null, edtf: null };

export const kept = (deadline: Deadline): DeadlineRow => ({ deadline, state: 'kept' });

export const withChange = ({ deadline, state }: DeadlineRow, to: Partial<Deadline>): DeadlineRow => ({
  deadline: { ...deadline, ...to },
  state: to.raw === undefined || state === 'by-hand' ? 'by-hand' : 'reworded',
});

/**
 * The deadlines of the rows. New words are read as those of the issue were, so that they and the dates say the same.
 *
 * @throws Unsavable where a row would say less than it seems to, or contradict itself
 */
export async function deadlinesOf(
  rows: readonly DeadlineRow[],
  read: (text: string) => Promise<readonly Deadline[]>,
): Promise<Deadline[]> {
  const all: Deadline[] = [];
  for (const { deadline, state } of rows) {
    if (state === 'kept') {
      if (deadline !== NOTHING) all.push(deadline);
      continue;
    }
    const raw = deadline.raw.trim() || wordsOf(deadline);
    if (raw === '') throw new Unsavable('deadline-no-words');
    const own = state === 'by-hand' ? whole({ ...deadline, raw }) : deadline;
    const found = state === 'reworded' ? await read(raw) : [own];
    if (found.length === 0) throw new Unsavable('deadline-unread', { raw });
    for (const one of found) require(one);
    all.push(...found);
  }
  return all;
}

function require({ raw, kind, start, end }: Deadline): void {
  const isDated = kind === 'by' || kind === 'within' ? end !== null : kind !== 'from' || start !== null;
  if (!isDated) throw new Unsavable('deadline-no-date', { raw });
  if (start !== null && end !== null && end < start) throw new Unsavable('deadline-reversed', { raw });
}

/** Of a row that has only dates. */
function wordsOf({ kind, start, end }: Deadline): string {
  const [from, to] = [HAS_START.has(kind) ? start : null, HAS_END.has(kind) ? end : null];
  if (from && to) return `${day(from)}至${day(to)}`;
  if (from) return `${day(from)}起`;
  return to ? day(to) : '';
}

const day = (date: string): string => date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

/** Only what its kind has, and the period in EDTF. */
function whole({ raw, kind, start, end, rrule, duration, workingDays, anchor }: Deadline): Deadline {
  const from = HAS_START.has(kind) ? start : null;
  const to = HAS_END.has(kind) ? end : null;
  return {
    raw,
    kind,
    start: from,
    end: to,
    edtf: edtfOf(from, to),
    ...(kind === 'recurring' && rrule && { rrule }),
    ...(kind === 'duration' && duration && { duration }),
    ...(kind === 'duration' && workingDays !== undefined && { workingDays }),
    ...(kind === 'duration' && anchor !== undefined && { anchor }),
  };
}

function edtfOf(start: string | null, end: string | null): string | null {
  if (start === null) return end === null ? null : `../${end}`;
  return end === null ? `${start}/..` : `${start}/${end}`;
}
