import { useRef, useState } from 'preact/hooks';
import type { Correction } from '../../../model/index.js';
import { moveBoundary, split, withText } from '../issue/reshape.js';
import { useWords } from '../shared/words.js';
import { type EditorProps, Form } from './editor.js';

/** The text of a measure; at the cursor it can be parted, or handed to its neighbours. */
export function TextEditor({ issue, measure, onSave, onCancel, onChange }: EditorProps) {
  const words = useWords();
  const area = useRef<HTMLTextAreaElement>(null);
  const [value, setValue] = useState(measure.text);
  const [at, setAt] = useState(0);
  const index = issue.measures.indexOf(measure);
  const [previous, next] = [issue.measures[index - 1], issue.measures[index + 1]];
  // what is parted is what is saved
  const isWithin =
    value === measure.text && measure.text.slice(0, at).trim() !== '' && measure.text.slice(at).trim() !== '';
  const look = (): void => setAt(area.current?.selectionStart ?? 0);
  const part = async (correction: Correction): Promise<void> => {
    if (await onChange(correction)) onCancel();
  };
  const [isRefused, setIsRefused] = useState(false);
  const isEmpty = value.trim() === '';
  const save = () => {
    setIsRefused(isEmpty);
    if (!isEmpty) return onSave(changed(withText(measure, value.trim()), measure));
  };
  return (
    <Form onSave={save} onCancel={onCancel} problem={isRefused && isEmpty ? words('text-empty') : null}>
      <label class="input">
        <span>{words('field-text')}</span>
        <textarea
          ref={area}
          rows={8}
          value={value}
          onInput={(event) => setValue(event.currentTarget.value)}
          onSelect={look}
          onKeyUp={look}
          onClick={look}
        />
      </label>
      <p class="hint">{words('cursor-hint')}</p>
      <div class="buttons">
        <button type="button" disabled={!isWithin} onClick={() => part(split(measure, at))}>
          {words('split-here')}
        </button>
        <button
          type="button"
          disabled={!isWithin || !previous}
          onClick={() => previous && part(moveBoundary(previous, measure, { headTo: at }))}
        >
          {words('to-previous')}
        </button>
        <button
          type="button"
          disabled={!isWithin || !next}
          onClick={() => next && part(moveBoundary(measure, next, { tailFrom: at }))}
        >
          {words('to-next')}
        </button>
      </div>
    </Form>
  );
}

/** The title is among what was corrected only where it follows the text. */
const changed = ({ text, title }: { text: string; title: string }, before: { title: string }) =>
  title === before.title ? { text } : { text, title };
