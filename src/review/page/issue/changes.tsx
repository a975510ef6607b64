import { useContext, useRef, useState } from 'preact/hooks';
import { measureIdOf } from '../../apply.js';
import { correctionWording } from '../../wording.js';
import { Modal } from '../shared/modal.js';
import { Problem } from '../shared/problem.js';
import { LanguageContext, useWords } from '../shared/words.js';
import type { OpenIssue, Undone, UseIssue } from './use-issue.js';

/** All that was changed, the last first; what was taken back, and what fits no more, stays in the list. */
export function Changes({
  open: { loaded, issue, unmatched },
  error,
  onMeasure,
  onUndo,
  onClose,
}: {
  open: OpenIssue;
  error: unknown;
  onMeasure(id: string): void;
  onUndo: UseIssue['undo'];
  onClose(): void;
}) {
  const words = useWords();
  const language = useContext(LanguageContext);
  const list = useRef<HTMLOListElement>(null);
  const [undone, setUndone] = useState<(Undone & { id: string }) | null>(null);
  const changes = loaded.state.changes.toReversed();
  const ids = new Set(issue.measures.map(({ id }) => id));
  const undo = async (id: string): Promise<void> => {
    setUndone(null);
    const result = await onUndo(id);
    setUndone(result && { ...result, id });
    // its button goes with it
    if (result?.said === 'saved') list.current?.querySelector<HTMLElement>(`[data-change="${id}"]`)?.focus();
  };
  return (
    <Modal title={words('changes')} onClose={onClose}>
      {changes.length === 0 ? <p>{words('no-changes')}</p> : null}
      {error ? <Problem error={error} /> : null}
      <ol class="changes" reversed ref={list}>
        {changes.map(({ id, at, undone: isUndone, correction }) => {
          const measure = measureIdOf(correction);
          const state = isUndone ? 'undone' : unmatched.has(id) ? 'unmatched' : 'applied';
          const wording = correctionWording(correction);
          return (
            <li key={id} class={state} data-change={id} tabIndex={-1}>
              <p>
                <time dateTime={at}>{new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB')}</time>{' '}
                <span class="badge">{words(state)}</span>
              </p>
              <p>{wording}</p>
              <p class="buttons">
                {measure !== null && ids.has(measure) ? (
                  <button type="button" onClick={() => onMeasure(measure)}>
                    {words('open')}
                  </button>
                ) : null}
                {isUndone || loaded.problem ? null : (
                  <button type="button" aria-label={words('undo-change', { change: wording })} onClick={() => undo(id)}>
                    {words('undo')}
                  </button>
                )}
              </p>
              <p role="status">{undone?.id === id ? <UndoneWords undone={undone} /> : null}</p>
            </li>
          );
        })}
      </ol>
    </Modal>
  );
}

/** What became of it, and what stands in its way. */
function UndoneWords({ undone: { said, by } }: { undone: Undone }) {
  const words = useWords();
  if (said === 'saved') return <>{words('undone')}</>;
  return (
    <span class="problem">{by ? words('needed-by', { change: correctionWording(by.correction) }) : words(said)}</span>
  );
}
