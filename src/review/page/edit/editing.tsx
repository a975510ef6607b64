import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { CorrectedFields, Correction, Issue, Measure } from '../../../model/index.js';
import { isEqual } from '../../equal.js';
import { hasFields, valueIn } from '../../find.js';
import { FieldValue } from '../issue/field-value.js';
import type { FieldName } from '../issue/places.js';
import { useWords } from '../shared/words.js';
import { RefusalContext } from './editor.js';
import { EDITORS } from './editors.js';

export interface EditingProps {
  readonly issue: Issue;
  readonly measure: Measure;
  readonly field: FieldName;
  /** The measure is not there any more. */
  readonly isGone: boolean;
  /** Why the last change was not made, in words. */
  readonly refusal: ComponentChildren;
  onChange(correction: Correction): Promise<boolean>;
  onClose(): void;
}

/** The editor of a field; what others changed in it meanwhile is shown, and not replaced unless the reader says so. */
export function Editing({ issue, measure, field, isGone, refusal, onChange, onClose }: EditingProps) {
  const panel = useRef<HTMLDivElement>(null);
  /** The measure that what is typed is an answer to. */
  const [answered, setAnswered] = useState(measure);
  const [isInHand, setIsInHand] = useState(false);
  const [isRefused, setIsRefused] = useState(false);
  const isChanged =
    !isInHand && partsOf(field).some((part) => !isEqual(valueIn(answered, part), valueIn(measure, part)));

  const change = async (correction: Correction): Promise<boolean> => {
    setIsInHand(true);
    setIsRefused(false);
    const isDone = await onChange(correction);
    setIsInHand(false);
    setIsRefused(!isDone);
    return isDone;
  };
  const save = async (to: CorrectedFields): Promise<boolean> => {
    if (!isGone && hasFields(measure, to)) {
      onClose();
      return true;
    }
    if (isGone || isChanged) {
      panel.current?.querySelector('button')?.focus();
      return false;
    }
    const isSaved = await change(setting(measure, to));
    if (isSaved) onClose();
    return isSaved;
  };
  const keep = (): void => {
    setAnswered(measure);
    setIsRefused(false);
    panel.current?.parentElement
      ?.querySelector<HTMLElement>('.editor input, .editor textarea, .editor select')
      ?.focus();
  };
  const Editor = EDITORS[field];
  return (
    <div class="editing">
      <div ref={panel} role="alert">
        {isGone ? <Gone onClose={onClose} /> : null}
        {isChanged && !isGone ? (
          <Meanwhile field={field} before={answered} now={measure} onKeep={keep} onClose={onClose} />
        ) : null}
      </div>
      <RefusalContext.Provider value={isRefused && !isChanged && !isGone ? refusal : null}>
        <Editor issue={issue} measure={measure} onSave={save} onCancel={onClose} onChange={change} />
      </RefusalContext.Provider>
    </div>
  );
}

/** What an editor saves together. */
const partsOf = (field: FieldName): FieldName[] => (field === 'departments' ? ['departments', 'openEnded'] : [field]);

/** What it was, and what it is now, beside what is typed. */
function Meanwhile({
  field,
  before,
  now,
  onKeep,
  onClose,
}: {
  field: FieldName;
  before: Measure;
  now: Measure;
  onKeep(): void;
  onClose(): void;
}) {
  const words = useWords();
  return (
    <div class="meanwhile">
      <p>{words('changed-meanwhile')}</p>
      <dl class="pair">
        <div>
          <dt>{words('when-opened')}</dt>
          <dd>
            <FieldValue measure={before} field={field} />
          </dd>
        </div>
        <div>
          <dt>{words('now')}</dt>
          <dd>
            <FieldValue measure={now} field={field} />
          </dd>
        </div>
      </dl>
      <div class="buttons">
        <button type="button" onClick={onKeep}>
          {words('keep-mine')}
        </button>
        <button type="button" onClick={onClose}>
          {words('take-theirs')}
        </button>
      </div>
    </div>
  );
}

function Gone({ onClose }: { onClose(): void }) {
  const words = useWords();
  return (
    <div class="meanwhile">
      <p>{words('measure-gone')}</p>
      <button type="button" onClick={onClose}>
        {words('leave-editor')}
      </button>
    </div>
  );
}

/** These fields of the measure become so. */
function setting(measure: Measure, to: CorrectedFields): Correction {
  const fields = Object.keys(to) as (keyof CorrectedFields)[];
  const from = Object.fromEntries(fields.map((field) => [field, valueIn(measure, field)])) as CorrectedFields;
  return { what: 'set', measure: { id: measure.id, text: measure.text }, from, to };
}
