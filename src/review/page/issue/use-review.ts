import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { needsLook } from '../../../flags.js';
import type { Measure } from '../../../model/index.js';
import { freeId } from '../../apply.js';
import { mayClose } from '../edit/open-editor.js';
import { useChoice } from '../shared/settings.js';
import { useWords } from '../shared/words.js';
import { useKeys } from './keys.js';
import { FIELDS } from './measure-view.js';
import { type Row, rowsOf, type Shown } from './order.js';
import { type FieldName, fieldOfSource, type Hit } from './places.js';
import { addBehind } from './reshape.js';
import { useChosen } from './use-chosen.js';
import type { UseIssue } from './use-issue.js';
import { nextSpot } from './walk.js';

export type DialogName = 'charts' | 'changes' | 'flags' | 'export' | 'help';

export type Review = ReturnType<typeof useReview>;

const NOTHING: readonly Measure[] = [];

/** What the reader looks at and does: order and search, the chosen measure, field and flag, the keys. */
export function useReview(own: UseIssue) {
  const words = useWords();
  const [shown, setAllShown] = useState<Shown>({ order: 'printed', search: '', onlyFlagged: false });
  const [field, setField] = useState<FieldName>('text');
  const [flag, setFlag] = useState(-1);
  const [isEditing, setIsEditing] = useState(false);
  const [dialog, show] = useState<DialogName | null>(null);
  const [keys, setKeys] = useChoice<'on' | 'off'>('keys', 'on');

  const measures = own.open?.issue.measures ?? NOTHING;
  const rows = useMemo(
    (): Row[] =>
      rowsOf(measures, shown, {
        noDepartment: words('no-department'),
        noDue: words('no-due'),
        errors: words('severity-error'),
        checks: words('severity-check'),
        others: words('severity-note'),
      }),
    [measures, shown, words('none')],
  );
  const records = own.open?.loaded.records ?? '';
  const { chosen, isGone, place, setPlace } = useChosen(measures, records, isEditing);
  const isReadOnly = own.open?.loaded.problem !== undefined;
  const left = useMemo(
    () => [own.open?.issue, ...measures].reduce((sum, one) => sum + (one?.flags.filter(needsLook).length ?? 0), 0),
    [own.open, measures],
  );

  const choose = (id: string, at: FieldName = 'text', itsFlag = -1): void => {
    if (!mayClose(words)) return;
    setPlace({ id, index: measures.findIndex((measure) => measure.id === id) });
    setField(at);
    setFlag(itsFlag);
    setIsEditing(false);
  };
  /** A new one behind the chosen, to be written at once. */
  const add = async (): Promise<void> => {
    if (!chosen || !mayClose(words)) return;
    const correction = addBehind(chosen, words('new-text'));
    // as it is called when it is applied
    const id = freeId(correction.to.id, new Set(measures.map((one) => one.id)));
    setIsEditing(false);
    if (!(await own.change(correction))) return;
    setPlace({ id, index: measures.indexOf(chosen) + 1 });
    setField('text');
    setFlag(-1);
    setIsEditing(true);
  };
  const goToFlag = (by: 1 | -1): void => {
    if (!own.open) return;
    const spot = nextSpot(rows, chosen, flag, by);
    const found = spot && measures.find(({ id }) => id === spot.id)?.flags[spot.flag];
    // those of the issue as a whole are left when all others are done
    if (!spot || !found) {
      if (own.open.issue.flags.length > 0) show('flags');
      return;
    }
    const at = fieldOfSource(found.field);
    choose(spot.id, FIELDS.includes(at) ? at : 'text', spot.flag);
  };
  const accept = async (index: number): Promise<void> => {
    const accepted = chosen?.flags[index];
    if (!chosen || !accepted || !needsLook(accepted)) return;
    await own.change({ what: 'accept', measure: { id: chosen.id, text: chosen.text }, flag: accepted });
  };
  const move = (by: 1 | -1): void => {
    const ids = rows.flatMap(({ kind, key }) => (kind === 'measure' ? [key] : []));
    const next = ids[Math.max(0, (chosen ? ids.indexOf(chosen.id) : -1) + by)];
    if (next !== undefined) choose(next);
  };

  const chooseField = (at: FieldName): void => {
    if (!mayClose(words)) return;
    setField(at);
    setIsEditing(false);
  };
  const fieldKeys = Object.fromEntries(FIELDS.slice(0, 9).map((name, n) => [`${n + 1}`, () => chooseField(name)]));
  useKeys(
    {
      ...fieldKeys,
      n: () => goToFlag(1),
      p: () => goToFlag(-1),
      j: () => move(1),
      k: () => move(-1),
      a: () => void accept(flag >= 0 ? flag : (chosen?.flags.findIndex(needsLook) ?? -1)),
      e: () => !isReadOnly && setIsEditing(true),
      u: () => !isReadOnly && void own.undo(),
      '/': () => document.getElementById('search')?.focus(),
      '?': () => show('help'),
    },
    keys === 'on',
  );

  // new records have other flags
  useLayoutEffect(() => setFlag(-1), [records]);

  // at first there is something to see
  const first = rows.find(({ kind }) => kind === 'measure')?.key;
  // only where nothing is chosen, and before the first key
  useLayoutEffect(() => {
    if (!place && first !== undefined) setPlace({ id: first, index: measures.findIndex(({ id }) => id === first) });
  }, [first]);

  return {
    shown,
    setShown: (some: Partial<Shown>) => setAllShown({ ...shown, ...some }),
    rows,
    chosen,
    isGone,
    field,
    flag,
    isEditing,
    isReadOnly,
    left,
    dialog,
    hasKeys: keys === 'on',
    setHasKeys: (isOn: boolean) => setKeys(isOn ? 'on' : 'off'),
    show,
    choose: (id: string) => choose(id),
    hit: ({ measure, field: at }: Hit) => choose(measure.id, at),
    setField: chooseField,
    edit: setIsEditing,
    add: () => void add(),
    accept: (index: number) => void accept(index),
    goToFlag,
  };
}
