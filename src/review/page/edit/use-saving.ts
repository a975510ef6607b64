import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Saving what is in a form: once, however often it is asked for meanwhile; after a refusal the keyboard is where it was. */
export function useSaving(form: { readonly current: HTMLElement | null }, onSave: () => unknown) {
  const isInHand = useRef(false);
  const [isSaving, setIsSaving] = useState(false);
  const [ended, setEnded] = useState(0);
  const [error, setError] = useState<unknown>(null);
  const had = useRef<Element | null>(null);

  const save = async (): Promise<void> => {
    if (isInHand.current) return;
    isInHand.current = true;
    had.current = document.activeElement;
    // an input that cannot be used loses the keyboard to the page, whose keys lead away
    form.current?.focus();
    setIsSaving(true);
    setError(null);
    try {
      await onSave();
    } catch (thrown) {
      setError(thrown);
    }
    isInHand.current = false;
    setIsSaving(false);
    setEnded((count) => count + 1);
  };
  // the inputs can be used again; what has the keyboard by then keeps it
  useLayoutEffect(() => {
    const { current } = had;
    if (document.activeElement === form.current && current instanceof HTMLElement) current.focus();
    had.current = null;
  }, [ended, form]);
  return { save, isSaving, error, clear: () => setError(null) };
}
