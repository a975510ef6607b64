import type { Correction, Issue } from '../../../model/index.js';
import { Modal } from '../shared/modal.js';
import { useWords } from '../shared/words.js';
import { FlagView } from './flag-view.js';

/** Flags that are about no one measure. */
export function IssueFlags({
  issue,
  isReadOnly,
  onChange,
  onMeasure,
  onClose,
}: {
  issue: Issue;
  isReadOnly: boolean;
  onChange(correction: Correction): Promise<boolean>;
  onMeasure(id: string): void;
  onClose(): void;
}) {
  const words = useWords();
  // d3.table.一.1.6.text names a measure and its field
  const measureOf = (field: string) =>
    issue.measures.find(
      ({ id }) => field === id || (field.startsWith(`${id}.`) && !field.slice(id.length + 1).includes('.')),
    );
  return (
    <Modal title={words('flags-of-issue')} onClose={onClose}>
      <ul class="flags">
        {issue.flags.map((flag) => {
          const measure = measureOf(flag.field);
          return (
            <FlagView
              key={`${flag.code} ${flag.field} ${flag.message}`}
              flag={flag}
              {...(!isReadOnly && { onAccept: () => void onChange({ what: 'accept', measure: null, flag }) })}
              onOther={measure && (() => onMeasure(measure.id))}
            />
          );
        })}
      </ul>
    </Modal>
  );
}
