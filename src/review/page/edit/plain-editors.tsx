// Fields that are one line.
import { useState } from 'preact/hooks';
import { useWords } from '../shared/words.js';
import { columnsOf } from './columns.js';
import { Choice, type EditorProps, Form, Input, listed } from './editor.js';
import { Unsavable } from './unsavable.js';

export function NumberEditor({ measure, onSave, onCancel }: EditorProps) {
  const words = useWords();
  const [value, setValue] = useState(measure.number ?? '');
  return (
    <Form onSave={() => onSave({ number: value.trim() || null })} onCancel={onCancel}>
      <Input label={words('field-number')} value={value} onValue={setValue} />
    </Form>
  );
}

export function TitleEditor({ measure, onSave, onCancel }: EditorProps) {
  const words = useWords();
  const [value, setValue] = useState(measure.title);
  const save = () => {
    const title = value.trim();
    if (title === '') throw new Unsavable('title-empty');
    return onSave({ title });
  };
  return (
    <Form onSave={save} onCancel={onCancel}>
      <Input label={words('field-title')} value={value} onValue={setValue} />
    </Form>
  );
}

export function KeywordsEditor({ measure, onSave, onCancel }: EditorProps) {
  const words = useWords();
  const [value, setValue] = useState((measure.keywords ?? []).join('、'));
  const save = () => {
    const keywords = listed(value);
    return onSave({ keywords: keywords.length > 0 ? keywords : null });
  };
  return (
    <Form onSave={save} onCancel={onCancel}>
      <Input label={`${words('field-keywords')}（${words('keywords-hint')}）`} value={value} onValue={setValue} />
    </Form>
  );
}

export function DocumentEditor({ issue, measure, onSave, onCancel }: EditorProps) {
  const words = useWords();
  const [value, setValue] = useState(measure.documentId);
  const nameOf = (id: string) => `${id} ${issue.documents.find((one) => one.id === id)?.title ?? ''}`;
  return (
    <Form onSave={() => onSave({ documentId: value })} onCancel={onCancel}>
      <Choice
        label={words('field-documentId')}
        value={value}
        values={issue.documents.map(({ id }) => id)}
        nameOf={nameOf}
        onValue={setValue}
      />
    </Form>
  );
}

export function ExtraEditor({ measure, onSave, onCancel }: EditorProps) {
  const words = useWords();
  const before = Object.entries(measure.extra ?? {}).map(([heading, text]) => `${heading}：${text}`);
  const [value, setValue] = useState(before.join('\n'));
  const save = () => {
    const extra = columnsOf(value);
    return onSave({ extra: Object.keys(extra).length > 0 ? extra : null });
  };
  return (
    <Form onSave={save} onCancel={onCancel}>
      <label class="input">
        <span>{words('extra-hint')}</span>
        <textarea rows={4} value={value} onInput={(event) => setValue(event.currentTarget.value)} />
      </label>
    </Form>
  );
}
