import { type ComponentChildren, createContext } from 'preact';
import { useContext, useLayoutEffect, useRef } from 'preact/hooks';
import type { CorrectedFields, Correction, Issue, Measure } from '../../../model/index.js';
import { Problem } from '../shared/problem.js';
import { useWords } from '../shared/words.js';
import { editorChanged, editorOpened } from './open-editor.js';
import { Unsavable } from './unsavable.js';
import { useSaving } from './use-saving.js';

/** Why the server, or the way to it, refused what an editor wanted to save. */
export const RefusalContext = createContext<ComponentChildren>(null);

export interface EditorProps {
  readonly issue: Issue;
  readonly measure: Measure;
  /** Saves these fields; whether it could. What was typed stays where it could not. */
  onSave(to: CorrectedFields): Promise<boolean>;
  onCancel(): void;
  /** For what changes more than fields. */
  onChange(correction: Correction): Promise<boolean>;
}

/**
 * Around the inputs of a field: Ctrl+Enter saves, Esc leaves, the first input has the keyboard. While it is saved nothing can be
 * typed, which would be lost.
 */
export function Form({
  onSave,
  onCancel,
  failure,
  children,
}: {
  /** @throws Unsavable where it cannot be saved as it is */
  onSave(): unknown;
  onCancel(): void;
  /** What was thrown by something else that was asked for. */
  failure?: unknown;
  children: ComponentChildren;
}) {
  const words = useWords();
  const form = useRef<HTMLFormElement>(null);
  const refusal = useContext(RefusalContext);
  const { save, isSaving, error, clear } = useSaving(form, onSave);
  const thrown = error ?? failure;
  const change = (): void => {
    editorChanged();
    if (error instanceof Unsavable) clear();
  };
  // before the next key is pressed
  useLayoutEffect(() => {
    const { current } = form;
    const first = current?.querySelector<HTMLElement>('input, textarea, select') ?? current?.querySelector('button');
    first?.focus();
    return editorOpened();
  }, []);
  return (
    <form
      ref={form}
      class="editor"
      // has the keyboard while its inputs cannot
      tabIndex={-1}
      aria-busy={isSaving}
      onInput={change}
      onClick={({ target }) => {
        // rows are added, removed and read by buttons
        if (target instanceof Element && target.closest('button[type=button]')) change();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isSaving) onCancel();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
      }}
    >
      <fieldset class="all" disabled={isSaving}>
        {children}
        {thrown instanceof Unsavable ? (
          <p class="problem" role="alert">
            {words(thrown.word, thrown.about)}
          </p>
        ) : thrown ? (
          <Problem error={thrown} />
        ) : null}
        {refusal}
        <div class="buttons">
          <button
            type="submit"
            class="primary"
            onClick={(event) => {
              // the second of a double click would save over what the first was told of
              if (event.detail > 1) event.preventDefault();
            }}
          >
            {words(isSaving ? 'saving' : 'save')}
          </button>
          <button type="button" onClick={onCancel}>
            {words('cancel')}
          </button>
        </div>
      </fieldset>
    </form>
  );
}

/** A text input with its name. */
export function Input({
  label,
  value,
  onValue,
  type = 'text',
}: {
  label: string;
  value: string;
  onValue(value: string): void;
  type?: 'text' | 'date' | 'number';
}) {
  return (
    <label class="input">
      <span>{label}</span>
      <input type={type as 'text'} value={value} step="any" onInput={(event) => onValue(event.currentTarget.value)} />
    </label>
  );
}

export function Choice<Value extends string>({
  label,
  value,
  values,
  nameOf,
  onValue,
}: {
  label: string;
  value: Value;
  values: readonly Value[];
  nameOf(value: Value): string;
  onValue(value: Value): void;
}) {
  return (
    <label class="input">
      <span>{label}</span>
      <select value={value} onChange={(event) => onValue(event.currentTarget.value as Value)}>
        {values.map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Changes one of a list; without another in its place, it goes. */
export const replaced = <One,>(list: readonly One[], index: number, ...by: One[]): One[] => [
  ...list.slice(0, index),
  ...by,
  ...list.slice(index + 1),
];

/** Of a list that was typed with 、 between. */
export const listed = (text: string): string[] =>
  text
    .split(/[、，,；;\n]/)
    .map((one) => one.trim())
    .filter(Boolean);

/** What the grammars need to know of the document. */
export function contextOf({ documents }: Issue, { documentId }: Measure) {
  const document = documents.find(({ id }) => id === documentId);
  return { reference: document?.dateIssued ?? null, issuer: document?.issuer ?? null };
}
