import { useState } from 'preact/hooks';
import type { Department } from '../../../model/index.js';
import { ROLES } from '../../../model/kinds.js';
import { readDepartments } from '../shared/api.js';
import { useWords } from '../shared/words.js';
import { Choice, contextOf, type EditorProps, Form, Input, replaced } from './editor.js';
import { filledRows } from './filled-rows.js';
import { Rows } from './rows.js';

/** Units one by one, or read from words by the grammar that read the issue. */
export function DepartmentsEditor({ issue, measure, onSave, onCancel }: EditorProps) {
  const words = useWords();
  const [rows, setRows] = useState<readonly Department[]>(
    measure.departments.length > 0 ? measure.departments : [NOTHING],
  );
  const [openEnded, setOpenEnded] = useState(measure.openEnded);
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const context = contextOf(issue, measure);

  const read = async (): Promise<void> => {
    setFailure(null);
    const { departments, openEnded: isOpen } = await readDepartments(typed, context);
    setRows(departments);
    setOpenEnded(isOpen);
  };
  const save = async () => {
    const filled = filledRows(rows, NOTHING, ({ name }) => name.trim() !== '', 'department-no-name');
    const departments = await Promise.all(
      filled.map((row) => {
        const before = measure.departments.find(({ name }) => name === row.name);
        return before ? { ...before, role: row.role, collective: row.collective } : known(row, context);
      }),
    );
    return onSave(openEnded === measure.openEnded ? { departments } : { departments, openEnded });
  };
  const change = (index: number, to: Partial<Department>): void =>
    setRows(replaced(rows, index, { ...(rows[index] as Department), ...to }));
  return (
    <Form onSave={save} onCancel={onCancel} failure={failure}>
      <Rows
        rows={rows}
        onRows={setRows}
        empty={NOTHING}
        inputs={(row, index) => (
          <>
            <Input label={words('name')} value={row.name} onValue={(name) => change(index, { name })} />
            <Choice
              label={words('role')}
              value={row.role}
              values={ROLES}
              nameOf={(role) => words(`role-${role}`)}
              onValue={(role) => change(index, { role })}
            />
            <label class="tick">
              <input
                type="checkbox"
                checked={row.collective}
                onChange={(event) => change(index, { collective: event.currentTarget.checked })}
              />
              {words('collective')}
            </label>
          </>
        )}
      >
        <label class="tick">
          <input type="checkbox" checked={openEnded} onChange={(event) => setOpenEnded(event.currentTarget.checked)} />
          {words('field-openEnded')}
        </label>
      </Rows>
      <div class="typed">
        <Input label={words('type-departments')} value={typed} onValue={setTyped} />
        <button type="button" disabled={typed.trim() === ''} onClick={() => read().catch(setFailure)}>
          {words('read-text')}
        </button>
      </div>
    </Form>
  );
}

const NOTHING: Department = { name: '', raw: '', role: 'responsible', collective: false };

/** With what the gazetteer knows of it; the name stays as it was typed. */
async function known(
  { name: typed, role, collective }: Department,
  context: ReturnType<typeof contextOf>,
): Promise<Department> {
  const name = typed.trim();
  const { departments } = await readDepartments(name, context);
  const [found] = departments.length === 1 && departments[0]?.name === name ? departments : [];
  return { ...found, name, raw: name, role, collective: collective || (found?.collective ?? false) };
}
