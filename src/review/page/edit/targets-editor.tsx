import { useState } from 'preact/hooks';
import type { Target } from '../../../model/index.js';
import { COMPARISONS } from '../../../model/kinds.js';
import { useWords } from '../shared/words.js';
import { Choice, type EditorProps, Form, Input, replaced } from './editor.js';
import { Rows } from './rows.js';

const NOTHING: Target = { raw: '', value: 0, unit: '', comparison: 'equal' };

/** The quantities that a measure promises. */
export function TargetsEditor({ measure, onSave, onCancel }: EditorProps) {
  const words = useWords();
  const [rows, setRows] = useState<readonly Target[]>(measure.targets ?? []);
  const change = (index: number, to: Partial<Target>): void =>
    setRows(replaced(rows, index, { ...(rows[index] as Target), ...to }));
  const save = () => {
    const targets = rows.filter(({ raw }) => raw.trim() !== '');
    return onSave({ targets: targets.length > 0 ? targets : null });
  };
  return (
    <Form onSave={save} onCancel={onCancel}>
      <Rows
        rows={rows}
        onRows={setRows}
        empty={NOTHING}
        inputs={(row, index) => (
          <>
            <Input label={words('raw')} value={row.raw} onValue={(raw) => change(index, { raw })} />
            <Input
              type="number"
              label={words('value')}
              value={String(row.value)}
              onValue={(value) => change(index, { value: Number(value) })}
            />
            <Input label={words('unit')} value={row.unit} onValue={(unit) => change(index, { unit })} />
            <Choice
              label={words('comparison')}
              value={row.comparison}
              values={COMPARISONS}
              nameOf={(one) => words(`comparison-${one}`)}
              onValue={(comparison) => change(index, { comparison })}
            />
          </>
        )}
      />
    </Form>
  );
}
