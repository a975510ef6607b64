import { useState } from 'preact/hooks';
import type { Deadline, DeadlineKind } from '../../../model/index.js';
import { readDeadlines } from '../shared/api.js';
import { useWords } from '../shared/words.js';
import { Choice, contextOf, type EditorProps, Form, Input, replaced } from './editor.js';

const KINDS: readonly DeadlineKind[] = [
  'by',
  'within',
  'from',
  'recurring',
  'duration',
  'long-term',
  'immediate',
  'conditional',
];
const HAS_START: ReadonlySet<DeadlineKind> = new Set(['within', 'from']);
const HAS_END: ReadonlySet<DeadlineKind> = new Set(['by', 'within', 'duration']);

/** Deadlines one by one; the wording can be read by the grammar that read the issue. */
export function DeadlinesEditor({ issue, measure, onSave, onCancel }: EditorProps) {
  const words = useWords();
  const [rows, setRows] = useState<readonly Deadline[]>(measure.deadlines.length > 0 ? measure.deadlines : [NOTHING]);
  const change = (index: number, to: Partial<Deadline>): void =>
    setRows(replaced(rows, index, { ...(rows[index] as Deadline), ...to }));
  const read = async (index: number): Promise<void> => {
    const { deadlines } = await readDeadlines(rows[index]?.raw ?? '', contextOf(issue, measure));
    if (deadlines.length > 0) setRows(replaced(rows, index, ...deadlines));
  };
  const save = () => onSave({ deadlines: rows.filter(({ raw }) => raw.trim() !== '').map(whole) });
  return (
    <Form onSave={save} onCancel={onCancel}>
      <ul class="plain rows">
        {rows.map((row, index) => (
          <li key={index}>
            <Input label={words('raw')} value={row.raw} onValue={(raw) => change(index, { raw })} />
            <button type="button" disabled={row.raw.trim() === ''} onClick={() => read(index)}>
              {words('read-text')}
            </button>
            <Choice
              label={words('kind')}
              value={row.kind}
              values={KINDS}
              nameOf={(kind) => words(`kind-${kind}`)}
              onValue={(kind) => change(index, { kind })}
            />
            {HAS_START.has(row.kind) ? (
              <Input
                type="date"
                label={words('start')}
                value={row.start ?? ''}
                onValue={(start) => change(index, { start: start || null })}
              />
            ) : null}
            {HAS_END.has(row.kind) ? (
              <Input
                type="date"
                label={words('end')}
                value={row.end ?? ''}
                onValue={(end) => change(index, { end: end || null })}
              />
            ) : null}
            {row.kind === 'recurring' ? (
              <Input label={words('rrule')} value={row.rrule ?? ''} onValue={(rrule) => change(index, { rrule })} />
            ) : null}
            {row.kind === 'duration' ? (
              <Input
                label={words('duration')}
                value={row.duration ?? ''}
                onValue={(duration) => change(index, { duration })}
              />
            ) : null}
            <button type="button" onClick={() => setRows(replaced(rows, index))}>
              {words('remove')}
            </button>
          </li>
        ))}
      </ul>
      <div class="buttons">
        <button type="button" onClick={() => setRows([...rows, NOTHING])}>
          {words('add-row')}
        </button>
      </div>
    </Form>
  );
}

const NOTHING: Deadline = { raw: '', kind: 'by', start: null, end: null, edtf: null };

/** Only what its kind has, and the period in EDTF. */
function whole({ raw, kind, start, end, rrule, duration, workingDays, anchor }: Deadline): Deadline {
  const from = HAS_START.has(kind) ? start : null;
  const to = HAS_END.has(kind) ? end : null;
  return {
    raw: raw.trim(),
    kind,
    start: from,
    end: to,
    edtf: edtfOf(from, to),
    ...(kind === 'recurring' && rrule && { rrule }),
    ...(kind === 'duration' && duration && { duration }),
    ...(kind === 'duration' && workingDays !== undefined && { workingDays }),
    ...(kind === 'duration' && anchor !== undefined && { anchor }),
  };
}

function edtfOf(start: string | null, end: string | null): string | null {
  if (start === null) return end === null ? null : `../${end}`;
  return end === null ? `${start}/..` : `${start}/${end}`;
}
