// Changes to STEM.corrections.json: one after the other, of all processes, each from the state that its author saw.
import { withLock } from '../batch/lock.js';
import { correctionsPathOf } from '../batch/names.js';
import { writeTogether } from '../batch/outputs.js';
import type { Change, Correction, Corrections, Issue } from '../model/index.js';
import { applyCorrection, applyCorrections, noLongerFitting } from './apply.js';
import { readCorrections } from './corrections-file.js';
import { pinned } from './pin.js';
import { readOriginal, writtenRecords } from './records.js';

export type State = Pick<Corrections, 'revision' | 'changes'>;

/** What the author of a change had before them. */
export interface Seen {
  readonly revision: number;
  /** The stamp of the records as read. */
  readonly records: string;
}

/**
 * outdated: someone else changed something since. replaced: a conversion wrote other records since. unfit: it does not fit
 * the records. needed: a later change fits only with the one that was to be taken back.
 */
export type Refusal = 'outdated' | 'replaced' | 'unfit' | 'needed';

/** With what there is now. */
export interface Saved {
  readonly kind: 'saved' | Refusal;
  readonly state: State;
  /** The stamp of the records as read. */
  readonly records: string;
  /** The id of the change that needs the one that was to be taken back. */
  readonly by?: string;
}

export class CorrectionsStore {
  constructor(private readonly dir: string) {}

  /** @throws GongbaoError corrections-damaged, output-damaged, original-missing, output-not-writable */
  add(stem: string, seen: Seen, correction: Correction): Promise<Saved> {
    return this.update(stem, seen, (changes, original) => {
      const { issue } = applyCorrections(original, { changes });
      const whole = pinned(issue, correction);
      const fitting = applyCorrection(issue, whole);
      if (!fitting || !isWhole(fitting)) return { kind: 'unfit' };
      return [...changes, { id: `c${changes.length + 1}`, at: new Date().toISOString(), correction: whole }];
    });
  }

  /**
   * Takes a change back that is not taken back yet: the last, unless another is named.
   *
   * @throws GongbaoError as for `add`
   */
  undo(stem: string, seen: Seen, id?: string): Promise<Saved> {
    return this.update(stem, seen, (changes, original) => {
      const index = changes.findLastIndex((one) => one.undone === undefined && (id === undefined || one.id === id));
      if (index < 0) return { kind: 'unfit' };
      const left = changes.with(index, { ...(changes[index] as Change), undone: new Date().toISOString() });
      const [needing] = noLongerFitting(original, changes, left);
      return needing ? { kind: 'needed', by: needing.id } : left;
    });
  }

  private update(
    stem: string,
    seen: Seen,
    edit: (changes: Change[], original: Issue) => Change[] | Pick<Saved, 'kind' | 'by'>,
  ): Promise<Saved> {
    return withLock(this.dir, async (lock): Promise<Saved> => {
      const path = correctionsPathOf(this.dir, stem);
      const original = await readOriginal(this.dir, stem);
      // what cannot be read is never written over: this throws
      const before = (await readCorrections(path))?.corrections ?? { revision: 0, changes: [] };
      const records = writtenRecords(original).stamp;
      if (records !== seen.records) return { kind: 'replaced', state: before, records };
      if (before.revision !== seen.revision) return { kind: 'outdated', state: before, records };
      const changes = edit(before.changes, original);
      if (!Array.isArray(changes)) return { ...changes, state: before, records };
      const { file, sha256 } = original.source;
      const after: Corrections = {
        schemaVersion: '1',
        source: { file, sha256 },
        revision: before.revision + 1,
        changes,
      };
      await writeTogether([{ path, content: `${JSON.stringify(after, null, 2)}\n` }], async (takeName) => {
        await lock.check();
        await takeName();
      });
      return { kind: 'saved', state: after, records };
    });
  }
}

/** Each measure is of a document that there is. */
function isWhole({ documents, measures }: Issue): boolean {
  const ids = new Set(documents.map(({ id }) => id));
  return measures.every(({ documentId }) => ids.has(documentId));
}
