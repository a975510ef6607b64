import { useState } from 'preact/hooks';
import type { Department, PathItem } from '../../../model/index.js';
import { useWords } from '../shared/words.js';
import { type EditorProps, Form, Input, listed, replaced } from './editor.js';
import { Unsavable } from './unsavable.js';

/** The headings above a measure, outermost first. */
export function PathEditor({ measure, onSave, onCancel }: EditorProps) {
  const words = useWords();
  const [levels, setLevels] = useState<readonly PathItem[]>(measure.path);
  const [leads, setLeads] = useState<readonly string[]>(measure.path.map((item) => namesOf(item.leads)));
  const change = (index: number, to: Partial<PathItem>): void =>
    setLevels(replaced(levels, index, { ...(levels[index] as PathItem), ...to }));
  /** The text begins with the title, so it follows it. */
  const retitle = (index: number, title: string): void => {
    const item = levels[index] as PathItem;
    change(index, {
      title,
      ...(item.text.startsWith(item.title) && { text: title + item.text.slice(item.title.length) }),
    });
  };
  const empty = levels.findIndex(({ title, text }) => title.trim() === '' || text.trim() === '');
  const save = () => {
    if (empty >= 0) throw new Unsavable('level-empty', { n: empty + 1 });
    const path = levels.map((item, index) => ({
      ...item,
      number: item.number?.trim() || null,
      leads: withNames(item.leads, leads[index] ?? ''),
    }));
    return onSave({ path });
  };
  return (
    <Form onSave={save} onCancel={onCancel}>
      {levels.map((item, index) => (
        <fieldset key={index}>
          <legend>{words('level', { n: index + 1 })}</legend>
          <Input
            label={words('field-number')}
            value={item.number ?? ''}
            onValue={(number) => change(index, { number })}
          />
          <Input label={words('field-title')} value={item.title} onValue={(title) => retitle(index, title)} />
          <Input label={words('text')} value={item.text} onValue={(text) => change(index, { text })} />
          <Input
            label={words('leads')}
            value={leads[index] ?? ''}
            onValue={(names) => setLeads(replaced(leads, index, names))}
          />
          <button
            type="button"
            onClick={() => {
              setLevels(replaced(levels, index));
              setLeads(replaced(leads, index));
            }}
          >
            {words('remove')}
          </button>
        </fieldset>
      ))}
      <div class="buttons">
        <button
          type="button"
          onClick={() => {
            setLevels([...levels, { number: null, title: '', text: '', leads: [] }]);
            setLeads([...leads, '']);
          }}
        >
          {words('add-row')}
        </button>
      </div>
    </Form>
  );
}

const namesOf = (some: readonly Department[]): string => some.map(({ name }) => name).join('、');

/** Those that were there keep what is known of them. */
const withNames = (before: readonly Department[], names: string): Department[] =>
  listed(names).map(
    (name) => before.find((one) => one.name === name) ?? { name, raw: name, role: 'lead', collective: false },
  );
