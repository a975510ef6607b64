import { useContext } from 'preact/hooks';
import type { Issue } from '../../../model/index.js';
import { FLAG_LABELS } from '../shared/flag-labels.js';
import { Modal } from '../shared/modal.js';
import { LanguageContext, useWords } from '../shared/words.js';
import { type Bar, type DepartmentBar, dueOverTime, flagsLeft, measuresPerDepartment, sum } from './chart-data.js';

/** Who has how much to do, when it is due, and what is left to check. */
export function Charts({
  original,
  issue,
  onSearch,
  onClose,
}: {
  original: Issue;
  issue: Issue;
  onSearch(words: string): void;
  onClose(): void;
}) {
  const words = useWords();
  const language = useContext(LanguageContext);
  const flags = flagsLeft(original, issue);
  const left = flags.map((bar) => ({ ...bar, label: FLAG_LABELS[bar.label][language] }));
  return (
    <Modal title={words('charts')} onClose={onClose}>
      <div class="charts">
        <Bars
          title={words('per-department')}
          bars={measuresPerDepartment(issue)}
          parts={[words('lead-measures'), words('other-measures')]}
          onChoose={onSearch}
        />
        <Bars
          title={words('due-over-time')}
          bars={dueOverTime(issue)}
          parts={[words('count'), '']}
          onChoose={onSearch}
        />
        {left.length > 0 ? (
          <Bars title={words('flags-left')} bars={left} parts={[words('flags-open'), words('flags-done')]} />
        ) : (
          <section>
            <h3>{words('flags-left')}</h3>
            <p>{words('all-done')}</p>
          </section>
        )}
      </div>
    </Modal>
  );
}

/** Lying bars with their numbers: a table for who cannot see them. */
function Bars({
  title,
  bars,
  parts,
  onChoose,
}: {
  title: string;
  bars: readonly (Bar & Partial<DepartmentBar>)[];
  parts: readonly [string, string];
  onChoose?(words: string): void;
}) {
  const most = Math.max(1, ...bars.map(sum));
  const shown = parts.filter(Boolean);
  return (
    <section>
      <h3>{title}</h3>
      {shown.length > 1 ? (
        <p class="legend">
          {shown.map((name, n) => (
            <span key={name} class={`key part-${n}`}>
              {name}
            </span>
          ))}
        </p>
      ) : null}
      <table class="bars">
        <thead class="hidden">
          <tr>
            <th scope="col">{title}</th>
            {shown.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.label}>
              <th scope="row">
                {onChoose ? (
                  <button type="button" onClick={() => onChoose(bar.search ?? bar.label)}>
                    {bar.label}
                  </button>
                ) : (
                  bar.label
                )}
              </th>
              {shown.map((name, n) => (
                <td key={name} class={`part-${n}`} style={{ width: `${((bar.parts[n] ?? 0) / most) * 60}%` }}>
                  <span>{bar.parts[n] || ''}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
