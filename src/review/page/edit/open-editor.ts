// The editor that is open, for those parts of the page that must not take it away. There is one at most.
import type { Words } from '../shared/words.js';

let open: { isChanged: boolean } | null = null;

/** @returns to be called when it is left */
export function editorOpened(): () => void {
  const own = { isChanged: false };
  open = own;
  // the browser asks in its own words
  const stay = (event: Event) => {
    if (own.isChanged) event.preventDefault();
  };
  addEventListener('beforeunload', stay);
  return () => {
    removeEventListener('beforeunload', stay);
    if (open === own) open = null;
  };
}

export function editorChanged(): void {
  if (open) open.isChanged = true;
}

/** Whether it may be closed: asks where something in it would be lost. */
export function mayClose(words: Words): boolean {
  if (!open?.isChanged) return true;
  if (!confirm(words('lose-typed'))) return false;
  // who said so once is not asked again on the way
  open.isChanged = false;
  return true;
}

export const isEditorOpen = (): boolean => open !== null;
