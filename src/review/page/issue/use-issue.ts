import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Correction, Issue } from '../../../model/index.js';
import { applyCorrections } from '../../apply.js';
import { isEditorOpen } from '../edit/open-editor.js';
import {
  type CorrectionState,
  type LoadedIssue,
  loadIssue,
  type Saved,
  saveChange,
  undoChange,
} from '../shared/api.js';
import { preparePdf } from './pdf.js';

export interface OpenIssue {
  readonly loaded: LoadedIssue;
  /** Corrections applied. */
  readonly issue: Issue;
  /** Ids of the changes that fit no more. */
  readonly unmatched: ReadonlySet<string>;
}

export interface UseIssue {
  readonly open: OpenIssue | null;
  readonly error: unknown;
  /** What became of the last change. */
  readonly said: Saved['kind'] | 'nothing-to-undo' | null;
  /** Saves at once; whether it was. */
  change(correction: Correction): Promise<boolean>;
  undo(): Promise<void>;
  /** Takes what others changed, if there may be something that was not taken yet. */
  catchUp(): void;
}

/** The records of an issue as corrected, and the saving of changes. */
export function useIssue(name: string): UseIssue {
  const [loaded, setLoaded] = useState<LoadedIssue | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [said, setSaid] = useState<UseIssue['said']>(null);
  const state = useRef<CorrectionState>({ revision: 0, changes: [] });
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const isBehind = useRef(false);

  const take = useCallback((next: CorrectionState) => {
    state.current = next;
    setLoaded((before) => before && { ...before, state: next });
  }, []);

  useEffect(() => {
    preparePdf().catch(() => {});
    loadIssue(name).then((issue) => {
      state.current = issue.state;
      setLoaded(issue);
    }, setError);
  }, [name]);

  const look = useCallback(() => {
    loadIssue(name).then(({ state: now }) => {
      // with the newer revision, the server would take what an open editor shows for an answer to it
      isBehind.current = isEditorOpen();
      if (!isBehind.current && now.revision > state.current.revision) take(now);
    }, setError);
  }, [name, take]);
  const catchUp = useCallback(() => {
    if (isBehind.current) look();
  }, [look]);

  // another page may have changed something while this one was not looked at
  useEffect(() => {
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [look]);

  /** One after the other: each names the revision that the one before made. */
  const inTurn = useCallback(
    (send: () => Promise<Saved>): Promise<Saved['kind'] | null> => {
      const done = last.current.then(async () => {
        try {
          const saved = await send();
          take(saved.state);
          setError(null);
          setSaid(saved.kind);
          return saved.kind;
        } catch (refused) {
          setError(refused);
          return null;
        }
      });
      last.current = done;
      return done;
    },
    [take],
  );

  const change = useCallback(
    async (correction: Correction) =>
      (await inTurn(() => saveChange(name, state.current.revision, correction))) === 'saved',
    [name, inTurn],
  );
  const undo = useCallback(async () => {
    const kind = await inTurn(() => undoChange(name, state.current.revision));
    if (kind === 'unfit') setSaid('nothing-to-undo');
  }, [name, inTurn]);

  const open = useMemo(() => {
    if (!loaded) return null;
    const { issue, unmatched } = applyCorrections(loaded.original, loaded.state);
    return { loaded, issue, unmatched: new Set(unmatched.map(({ id }) => id)) };
  }, [loaded]);
  return { open, error, said, change, undo, catchUp };
}
