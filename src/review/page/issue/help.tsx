import { Modal } from '../shared/modal.js';
import { useWords } from '../shared/words.js';

const KEYS = [
  ['n', 'key-next-flag'],
  ['p', 'key-previous-flag'],
  ['a', 'key-accept'],
  ['e', 'key-edit'],
  ['j', 'key-next'],
  ['k', 'key-previous'],
  ['1 – 9', 'key-field'],
  ['/', 'key-search'],
  ['u', 'key-undo'],
  ['?', 'key-help'],
] as const;

/** The keys; whoever works by voice, or with a key held down, can switch them off. */
export function Help({ isOn, onSwitch, onClose }: { isOn: boolean; onSwitch(isOn: boolean): void; onClose(): void }) {
  const words = useWords();
  return (
    <Modal title={words('help')} onClose={onClose}>
      <label class="switch">
        <input type="checkbox" checked={isOn} onChange={(event) => onSwitch(event.currentTarget.checked)} />
        {words('single-keys')}
      </label>
      <dl class="keys">
        {KEYS.map(([key, word]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words(word)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
