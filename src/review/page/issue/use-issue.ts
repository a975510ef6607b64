import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Change, Correction, Issue } from '../../../model/index.js';
import { applyCorrections } from '../../apply.js';
import {
  type IssueStart,
  type IssueState,
  type LoadedIssue,
  loadIssue,
  loadStart,
  loadState,
  type Saved,
  type Seen,
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

/** What became of an undo; with the change that stands in its way. */
export interface Undone {
  readonly said: Saved['kind'] | 'nothing-to-undo';
  readonly by?: Change | undefined;
}

export interface UseIssue {
  /** To be seen while the records are on their way. */
  readonly start: IssueStart | null;
  readonly open: OpenIssue | null;
  readonly error: unknown;
  /** What became of the last change, or that others made one. */
  readonly said: Undone['said'] | 'records-new' | null;
  /** Saves at once; whether it was. */
  change(correction: Correction): Promise<boolean>;
  /** Of the last change, or of the one with this id; null where there was no answer. */
  undo(id?: string): Promise<Undone | null>;
}

/** The records of an issue as corrected, and the saving of changes. */
export function useIssue(name: string): UseIssue {
  const [start, setStart] = useState<IssueStart | null>(null);
  const [loaded, setLoaded] = useState<LoadedIssue | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [said, setSaid] = useState<UseIssue['said']>(null);
  const current = useRef<LoadedIssue | null>(null);
  const last = useRef<Promise<unknown>>(Promise.resolve());

  const show = useCallback((next: LoadedIssue) => {
    current.current = next;
    setLoaded(next);
  }, []);

  /** Shows what there is now; whether a conversion wrote other records since. */
  const take = useCallback(
    async ({ state, records, problem }: IssueState): Promise<boolean> => {
      const before = current.current;
      if (before?.records !== records) {
        show(await loadIssue(name));
        return before !== null;
      }
      const { problem: _, ...rest } = before;
      show({ ...rest, state, ...(problem && { problem }) });
      return false;
    },
    [name, show],
  );

  /** One after the other: each is made to what the one before left. */
  const inTurn = useCallback(<Result>(act: () => Promise<Result>): Promise<Result | null> => {
    const done = last.current.then(act).then(
      (result) => {
        setError(null);
        return result;
      },
      (refused) => {
        setError(refused);
        setSaid(null);
        return null;
      },
    );
    last.current = done;
    return done;
  }, []);

  useEffect(() => {
    preparePdf().catch(() => {});
    void inTurn(async () => {
      // why it cannot be read is told with the records
      setStart(await loadStart(name).catch(() => null));
      show(await loadIssue(name));
    });
  }, [name, inTurn, show]);

  // another page, or a conversion, may have changed something while this one was not looked at
  useEffect(() => {
    const look = () =>
      void inTurn(async () => {
        const now = await loadState(name);
        if (isShown(current.current, now)) return;
        if (await take(now)) setSaid('records-new');
      });
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [name, inTurn, take]);

  const send = useCallback(
    (ask: (seen: Seen) => Promise<Saved>) =>
      inTurn(async () => {
        const { records = '', state } = current.current ?? {};
        const saved = await ask({ records, revision: state?.revision ?? 0 });
        await take(saved);
        setSaid(saved.kind);
        return saved;
      }),
    [inTurn, take],
  );
  const change = useCallback(
    async (correction: Correction) => (await send((seen) => saveChange(name, seen, correction)))?.kind === 'saved',
    [name, send],
  );
  const undo = useCallback(
    async (id?: string): Promise<Undone | null> => {
      const saved = await send((seen) => undoChange(name, seen, id));
      if (!saved) return null;
      if (saved.kind !== 'unfit')
        return { said: saved.kind, by: saved.state.changes.find((one) => one.id === saved.by) };
      setSaid('nothing-to-undo');
      return { said: 'nothing-to-undo' };
    },
    [name, send],
  );

  const open = useMemo(() => {
    if (!loaded) return null;
    const { issue, unmatched } = applyCorrections(loaded.original, loaded.state);
    return { loaded, issue, unmatched: new Set(unmatched.map(({ id }) => id)) };
  }, [loaded]);
  return { start, open, error, said, change, undo };
}

const isShown = (shown: LoadedIssue | null, { state, records, problem }: IssueState): boolean =>
  shown?.records === records && shown.state.revision === state.revision && shown.problem?.code === problem?.code;
