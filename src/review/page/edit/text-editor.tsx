import { useId, useRef, useState } from 'preact/hooks';
import type { Correction, Measure } from '../../../model/index.js';
import { moveBoundary, type Neighbour, neighbourOf, split, withText } from '../issue/reshape.js';
import { useWords } from '../shared/words.js';
import { type EditorProps, Form } from './editor.js';
import { Unsavable } from './unsavable.js';

/** The text of a measure; at the cursor it can be parted, or handed to its neighbours. */
export function TextEditor({ issue, measure, onSave, onCancel, onChange }: EditorProps) {
  const words = useWords();
  const area = useRef<HTMLTextAreaElement>(null);
  const [value, setValue] = useState(measure.text);
  const [at, setAt] = useState(0);
  const [isParting, setIsParting] = useState(false);
  // what is parted is what is saved
  const isWithin =
    value === measure.text && measure.text.slice(0, at).trim() !== '' && measure.text.slice(at).trim() !== '';
  const look = (): void => setAt(area.current?.selectionStart ?? 0);
  const part = async (correction: Correction): Promise<void> => {
    setIsParting(true);
    const isDone = await onChange(correction);
    setIsParting(false);
    if (isDone) onCancel();
  };
  const save = () => {
    if (value.trim() === '') throw new Unsavable('text-empty');
    return onSave(changed(withText(measure, value.trim()), measure));
  };
  const canPart = isWithin && !isParting;
  return (
    <Form onSave={save} onCancel={onCancel}>
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
        <button type="button" disabled={!canPart} onClick={() => part(split(measure, at))}>
          {words('split-here')}
        </button>
        <Move
          label={words('to-previous')}
          neighbour={neighbourOf(issue, measure, -1)}
          canMove={canPart}
          onMove={(previous) => part(moveBoundary(previous, measure, { headTo: at }))}
        />
        <Move
          label={words('to-next')}
          neighbour={neighbourOf(issue, measure, 1)}
          canMove={canPart}
          onMove={(next) => part(moveBoundary(measure, next, { tailFrom: at }))}
        />
      </div>
    </Form>
  );
}

/** Hands text to a neighbour, or says why it cannot be. */
function Move({
  label,
  neighbour: { measure, apart },
  canMove,
  onMove,
}: {
  label: string;
  neighbour: Neighbour;
  canMove: boolean;
  onMove(neighbour: Measure): void;
}) {
  const words = useWords();
  const id = useId();
  return (
    <>
      <button
        type="button"
        disabled={!canMove || apart !== null}
        {...(apart && { 'aria-describedby': id })}
        onClick={() => measure && onMove(measure)}
      >
        {label}
      </button>
      {apart ? (
        <small id={id} class="hint">
          {words(apart)}
        </small>
      ) : null}
    </>
  );
}

/** The title is among what was corrected only where it follows the text. */
const changed = ({ text, title }: { text: string; title: string }, before: { title: string }) =>
  title === before.title ? { text } : { text, title };
