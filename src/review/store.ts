// Changes to STEM.corrections.json: one after the other, of all processes, each from the state that its author saw.
import { withLock } from '../batch/lock.js';
import { correctionsPathOf } from '../batch/names.js';
import { writeTogether } from '../batch/outputs.js';
import type { Change, Correction, Corrections, Issue } from '../model/index.js';
import { applyCorrection, applyCorrections } from './apply.js';
import { readCorrections } from './corrections-file.js';
import { pinned } from './pin.js';
import { readOriginal } from './records.js';

export type State = Pick<Corrections, 'revision' | 'changes'>;

export type Saved =
  | { readonly kind: 'saved'; readonly state: State }
  /** Someone else changed something since: with what there is now. */
  | { readonly kind: 'outdated'; readonly state: State }
  /** It does not fit the records. */
  | { readonly kind: 'unfit'; readonly state: State };

export class CorrectionsStore {
  constructor(private readonly dir: string) {}

  /** @throws GongbaoError corrections-damaged, output-damaged, original-missing, output-not-writable */
  add(stem: string, revision: number, correction: Correction): Promise<Saved> {
    return this.update(stem, revision, (changes, original) => {
      const { issue } = applyCorrections(original, { changes });
      const whole = pinned(issue, correction);
      const fitting = applyCorrection(issue, whole);
      if (!fitting || !isWhole(fitting)) return null;
      return [...changes, { id: `c${changes.length + 1}`, at: new Date().toISOString(), correction: whole }];
    });
  }

  /** Takes the last change back that is not taken back yet. */
  undo(stem: string, revision: number): Promise<Saved> {
    return this.update(stem, revision, (changes) => {
      const index = changes.findLastIndex(({ undone }) => undone === undefined);
      if (index < 0) return null;
      return changes.with(index, { ...(changes[index] as Change), undone: new Date().toISOString() });
    });
  }

  private update(
    stem: string,
    revision: number,
    edit: (changes: Change[], original: Issue) => Change[] | null,
  ): Promise<Saved> {
    return withLock(this.dir, async (lock): Promise<Saved> => {
      const path = correctionsPathOf(this.dir, stem);
      const original = await readOriginal(this.dir, stem);
      // what cannot be read is never written over: this throws
      const before = (await readCorrections(path))?.corrections ?? { revision: 0, changes: [] };
      if (before.revision !== revision) return { kind: 'outdated', state: before };
      const changes = edit(before.changes, original);
      if (!changes) return { kind: 'unfit', state: before };
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
      return { kind: 'saved', state: after };
    });
  }
}

/** Each measure is of a document that there is. */
function isWhole({ documents, measures }: Issue): boolean {
  const ids = new Set(documents.map(({ id }) => id));
  return measures.every(({ documentId }) => ids.has(documentId));
}
