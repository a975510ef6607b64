// The editor that is open, for those parts of the page that must not take it away. There is one at most.

let open: object | null = null;

/** @returns to be called when it is left */
export function editorOpened(): () => void {
  const own = {};
  open = own;
  return () => {
    if (open === own) open = null;
  };
}

export const isEditorOpen = (): boolean => open !== null;
