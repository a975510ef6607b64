import { useState } from 'preact/hooks';
import { exportIssue, formUrl } from '../shared/api.js';
import { Modal } from '../shared/modal.js';
import { Problem } from '../shared/problem.js';
import { useWords } from '../shared/words.js';

const FORMS = ['xlsx', 'json', 'csv', 'ndjson', 'ics', 'md'] as const;

/** All forms into the output folder, or one of them from the browser. */
export function Export({ name, onClose }: { name: string; onClose(): void }) {
  const words = useWords();
  const [done, setDone] = useState<readonly string[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const write = async (): Promise<void> => {
    setIsBusy(true);
    setError(null);
    await exportIssue(name).then(({ files }) => setDone(files), setError);
    setIsBusy(false);
  };
  return (
    <Modal title={words('export')} onClose={onClose}>
      <p>{words('export-note')}</p>
      <p>
        <button type="button" class="primary" disabled={isBusy} onClick={write}>
          {words('export-folder')}
        </button>
      </p>
      <p role="status">{done ? words('exported', { files: done.join('、') }) : isBusy ? words('loading') : ''}</p>
      {error ? <Problem error={error} /> : null}
      <h3>{words('download')}</h3>
      <ul class="chips">
        {FORMS.map((format) => (
          <li key={format}>
            <a href={formUrl(name, format)} download={`${name}.${format}`}>
              {format}
            </a>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
