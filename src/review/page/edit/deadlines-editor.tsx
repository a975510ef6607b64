import { useState } from 'preact/hooks';
import type { Deadline } from '../../../model/index.js';
import { DEADLINE_KINDS } from '../../../model/kinds.js';
import { readDeadlines } from '../shared/api.js';
import { useWords } from '../shared/words.js';
import { type DeadlineRow, deadlinesOf, HAS_END, HAS_START, kept, NOTHING, withChange } from './deadline-rows.js';
import { Choice, contextOf, type EditorProps, Form, Input, replaced } from './editor.js';
import { Rows } from './rows.js';
import { Unsavable } from './unsavable.js';

/** Deadlines one by one; the wording can be read by the grammar that read the issue. */
export function DeadlinesEditor({ issue, measure, onSave, onCancel }: EditorProps) {
  const words = useWords();
  const [rows, setRows] = useState<readonly DeadlineRow[]>(
    (measure.deadlines.length > 0 ? measure.deadlines : [NOTHING]).map(kept),
  );
  const [failure, setFailure] = useState<unknown>(null);
  const change = (index: number, to: Partial<Deadline>): void => {
    setRows(replaced(rows, index, withChange(rows[index] as DeadlineRow, to)));
    setFailure(null);
  };
  const parse = async (text: string) => (await readDeadlines(text, contextOf(issue, measure))).deadlines;
  const read = async (index: number): Promise<void> => {
    const raw = rows[index]?.deadline.raw ?? '';
    setFailure(null);
    const deadlines = await parse(raw);
    if (deadlines.length === 0) throw new Unsavable('deadline-unread', { raw });
    setRows(replaced(rows, index, ...deadlines.map((deadline) => ({ deadline, state: 'read' as const }))));
  };
  const save = async () => onSave({ deadlines: await deadlinesOf(rows, parse) });
  return (
    <Form onSave={save} onCancel={onCancel} failure={failure}>
      <Rows
        rows={rows}
        onRows={setRows}
        empty={kept(NOTHING)}
        inputs={({ deadline: row }, index) => (
          <>
            <Input label={words('raw')} value={row.raw} onValue={(raw) => change(index, { raw })} />
            <button type="button" disabled={row.raw.trim() === ''} onClick={() => read(index).catch(setFailure)}>
              {words('read-text')}
            </button>
            <Choice
              label={words('kind')}
              value={row.kind}
              values={DEADLINE_KINDS}
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
          </>
        )}
      />
    </Form>
  );
}
