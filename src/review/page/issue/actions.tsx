import { useId, useState } from 'preact/hooks';
import type { Correction, Issue, Measure } from '../../../model/index.js';
import { useWords } from '../shared/words.js';
import { join, neighbourOf } from './reshape.js';

/** What is done with a measure as a whole; parting its text is done where that is edited. */
export function Actions({
  issue,
  measure,
  onChange,
  onAdd,
}: {
  issue: Issue;
  measure: Measure;
  onChange(correction: Correction): Promise<boolean>;
  onAdd(): void;
}) {
  const words = useWords();
  const [isSure, setIsSure] = useState(false);
  const id = useId();
  const { measure: next, apart } = neighbourOf(issue, measure, 1);
  return (
    <fieldset class="actions" aria-label={words('actions')}>
      <button
        type="button"
        disabled={apart !== null}
        {...(apart && { 'aria-describedby': id })}
        onClick={() => next && onChange(join(measure, next))}
      >
        {words('join-next')}
      </button>
      {apart ? (
        <small id={id} class="hint">
          {words(apart)}
        </small>
      ) : null}
      <button type="button" onClick={onAdd}>
        {words('add-after')}
      </button>
      <button
        type="button"
        class="danger"
        onBlur={() => setIsSure(false)}
        onClick={({ detail }) => {
          // the second of a double click is no answer
          if (detail > 1) return;
          if (isSure) onChange({ what: 'remove', from: measure });
          else setIsSure(true);
        }}
      >
        {words(isSure ? 'confirm-remove' : 'remove-measure')}
      </button>
    </fieldset>
  );
}
