import { useState } from 'preact/hooks';
import type { Target } from '../../../model/index.js';
import { COMPARISONS } from '../../../model/kinds.js';
import { useWords } from '../shared/words.js';
import { Choice, type EditorProps, Form, Input, replaced } from './editor.js';
import { filledRows } from './filled-rows.js';
import { Rows } from './rows.js';

/** The value as it is typed. */
type TargetRow = Omit<Target, 'value'> & { readonly value: string };

const NOTHING: TargetRow = { raw: '', value: '', unit: '', comparison: 'equal' };

/** The quantities that a measure promises. */
export function TargetsEditor({ measure, onSave, onCancel }: EditorProps) {
  const words = useWords();
  const [rows, setRows] = useState<readonly TargetRow[]>(
    (measure.targets ?? []).map((target) => ({ ...target, value: String(target.value) })),
  );
  const change = (index: number, to: Partial<TargetRow>): void =>
    setRows(replaced(rows, index, { ...(rows[index] as TargetRow), ...to }));
  const save = () => {
    filledRows(rows, NOTHING, ({ raw }) => raw.trim() !== '', 'target-no-words');
    const targets = filledRows(rows, NOTHING, ({ value }) => isNumber(value), 'target-no-value').map(
      (row): Target => ({ ...row, value: Number(row.value) }),
    );
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
              value={row.value}
              onValue={(value) => change(index, { value })}
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

const isNumber = (typed: string): boolean => typed.trim() !== '' && Number.isFinite(Number(typed));
