import { useContext } from 'preact/hooks';
import { measureIdOf } from '../../apply.js';
import { correctionWording } from '../../wording.js';
import { Modal } from '../shared/modal.js';
import { LanguageContext, useWords } from '../shared/words.js';
import type { OpenIssue } from './use-issue.js';

/** All that was changed, the last first; what was taken back, and what fits no more, stays in the list. */
export function Changes({
  open: { loaded, issue, unmatched },
  onMeasure,
  onUndo,
  onClose,
}: {
  open: OpenIssue;
  onMeasure(id: string): void;
  onUndo(): void;
  onClose(): void;
}) {
  const words = useWords();
  const language = useContext(LanguageContext);
  const changes = loaded.state.changes.toReversed();
  const ids = new Set(issue.measures.map(({ id }) => id));
  const last = changes.find(({ undone }) => undone === undefined);
  return (
    <Modal title={words('changes')} onClose={onClose}>
      {changes.length === 0 ? <p>{words('no-changes')}</p> : null}
      <ol class="changes" reversed>
        {changes.map(({ id, at, undone, correction }) => {
          const measure = measureIdOf(correction);
          const state = undone ? 'undone' : unmatched.has(id) ? 'unmatched' : 'applied';
          return (
            <li key={id} class={state}>
              <p>
                <time dateTime={at}>{new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB')}</time>{' '}
                <span class="badge">{words(state)}</span>
              </p>
              <p>{correctionWording(correction)}</p>
              <p>
                {measure !== null && ids.has(measure) ? (
                  <button type="button" onClick={() => onMeasure(measure)}>
                    {words('open')}
                  </button>
                ) : null}
                {id === last?.id ? (
                  <button type="button" onClick={onUndo}>
                    {words('undo')}
                  </button>
                ) : null}
              </p>
            </li>
          );
        })}
      </ol>
    </Modal>
  );
}
