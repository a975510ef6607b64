import { useEffect, useRef } from 'preact/hooks';

/** Where a key is a letter of a text or would close an editor, and none of these. */
const isTyped = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, form, dialog') !== null;

/** Single keys, while nothing is typed; a reader may switch them off. */
export function useKeys(keys: Readonly<Record<string, () => void>>, isOn: boolean): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    if (!isOn) return;
    const hear = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyped(event.target)) return;
      const act = current.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, [isOn]);
}
