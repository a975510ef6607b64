import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { needsLook } from '../../../flags.js';
import type { Correction, Flag, Issue, Measure } from '../../../model/index.js';
import { Editing } from '../edit/editing.js';
import { useWords } from '../shared/words.js';
import { Actions } from './actions.js';
import { FieldValue } from './field-value.js';
import { FlagView } from './flag-view.js';
import type { FieldName } from './places.js';

/** The fields in the order they are looked through; number keys choose them. */
export const FIELDS: readonly FieldName[] = [
  'path',
  'number',
  'title',
  'text',
  'deadlines',
  'departments',
  'extra',
  'targets',
  'keywords',
  'documentId',
];

export interface MeasureViewProps {
  readonly issue: Issue;
  readonly measure: Measure;
  readonly field: FieldName;
  /** Which of the measure's flags the reader is at; -1 none. */
  readonly flag: number;
  readonly isEditing: boolean;
  /** It is edited, and is not there any more. */
  readonly isGone: boolean;
  /** Why the last change was not made, in words. */
  readonly refusal: ComponentChildren;
  readonly isReadOnly: boolean;
  onField(field: FieldName): void;
  onEdit(isEditing: boolean): void;
  onChange(correction: Correction): Promise<boolean>;
  onAccept(index: number): void;
  onMeasure(id: string): void;
  onAdd(): void;
}

/** One measure, field by field: each can be shown on the page and edited. */
export function MeasureView(props: MeasureViewProps) {
  const { issue, measure, field: chosen, flag: current, isEditing, isReadOnly } = props;
  const words = useWords();
  const section = useRef<HTMLElement>(null);
  const wasEditing = useRef(false);
  // who leaves an editor goes on where it was opened
  useEffect(() => {
    if (wasEditing.current && !isEditing) section.current?.querySelector<HTMLElement>('.field.chosen .edit')?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
  // its editor goes with it
  const whole = async (correction: Correction): Promise<boolean> => {
    const done = await props.onChange(correction);
    if (done && correction.what === 'remove') props.onEdit(false);
    return done;
  };
  return (
    <section class="measure-view" ref={section} aria-label={words('measure')}>
      {measure.flags.length > 0 ? (
        <ul class="flags" aria-label={words('flags')}>
          {openFirst(measure.flags).map(({ flag, index }) => (
            <FlagView
              key={`${flag.code} ${flag.field} ${flag.message}`}
              flag={flag}
              isCurrent={index === current}
              {...(!isReadOnly && { onAccept: () => props.onAccept(index) })}
              onOther={otherOf(issue, measure, flag, props.onMeasure)}
            />
          ))}
        </ul>
      ) : null}
      <dl class="fields">
        {FIELDS.map((field) => {
          const name = words(`field-${field as 'text'}`);
          const isChosen = field === chosen;
          return (
            <div key={field} class={isChosen ? 'field chosen' : 'field'} data-field={field}>
              <dt>
                <button
                  type="button"
                  aria-pressed={isChosen}
                  title={words('show-field', { field: name })}
                  onClick={() => props.onField(field)}
                >
                  {name}
                </button>
              </dt>
              <dd>
                {isChosen && isEditing ? (
                  <Editing
                    issue={issue}
                    measure={measure}
                    field={field}
                    isGone={props.isGone}
                    refusal={props.refusal}
                    onChange={props.onChange}
                    onClose={() => props.onEdit(false)}
                  />
                ) : (
                  <>
                    <FieldValue measure={measure} field={field} />
                    {isReadOnly ? null : (
                      <button
                        type="button"
                        class="edit"
                        aria-label={words('edit-field', { field: name })}
                        onClick={() => {
                          props.onField(field);
                          props.onEdit(true);
                        }}
                      >
                        {words('edit')}
                      </button>
                    )}
                  </>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      {isReadOnly || props.isGone ? null : (
        <Actions key={measure.id} issue={issue} measure={measure} onChange={whole} onAdd={props.onAdd} />
      )}
      <p class="id">
        <code>{measure.id}</code>
      </p>
    </section>
  );
}

/** What asks for a look stands above what is for information; each keeps its place among the measure's. */
const openFirst = (flags: readonly Flag[]): { flag: Flag; index: number }[] =>
  flags.map((flag, index) => ({ flag, index })).sort((a, b) => Number(needsLook(b.flag)) - Number(needsLook(a.flag)));

/** The other measure that the same is said of, where there is one. */
function otherOf(
  { measures }: Issue,
  own: Measure,
  { code, message }: Flag,
  go: (id: string) => void,
): (() => void) | undefined {
  if (code !== 'body-table-differs') return undefined;
  const other = measures.find((one) => one !== own && one.flags.some((flag) => flag.message === message));
  return other && (() => go(other.id));
}
