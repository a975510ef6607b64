import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useWords } from '../shared/words.js';
import type { Entry, Row } from './order.js';
import { useRows } from './use-rows.js';

const GROUP_PX = 34;
const MEASURE_PX = 68;

/** The measures, of which only those in view are there; a listbox, so that a screen reader and the arrows know where one is. */
export function MeasureList({
  rows,
  chosen,
  onChoose,
}: {
  rows: readonly Row[];
  chosen: string | null;
  onChoose(id: string): void;
}) {
  const words = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const heights = useMemo(() => rows.map(({ kind }) => (kind === 'group' ? GROUP_PX : MEASURE_PX)), [rows]);
  const { range, offsets, onScroll } = useRows(frame, heights);
  const index = useMemo(() => rows.findIndex(({ key, kind }) => kind === 'measure' && key === chosen), [rows, chosen]);
  const order = useMemo(() => {
    let n = 0;
    return rows.map(({ kind }) => (kind === 'measure' ? ++n : n));
  }, [rows]);

  // what is chosen comes into view
  useEffect(() => {
    const { current } = frame;
    if (!current || index < 0) return;
    const [top, bottom] = [offsets[index] as number, offsets[index + 1] as number];
    if (top < current.scrollTop + GROUP_PX) current.scrollTop = top - GROUP_PX;
    else if (bottom > current.scrollTop + current.clientHeight) current.scrollTop = bottom - current.clientHeight;
  }, [index, offsets]);

  const step = (event: KeyboardEvent): void => {
    const by = STEPS[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const ids = rows.flatMap(({ kind, key }) => (kind === 'measure' ? [key] : []));
    const at = chosen === null ? -1 : ids.indexOf(chosen);
    const next = ids[Math.min(ids.length - 1, Math.max(0, at + by))];
    if (next !== undefined) onChoose(next);
  };
  const isShown = index >= range[0] && index < range[1];
  return (
    <div
      class="measures"
      ref={frame}
      onScroll={onScroll}
      onKeyDown={step}
      role="listbox"
      tabIndex={0}
      aria-label={words('measures')}
      {...(isShown && { 'aria-activedescendant': optionId(chosen ?? '') })}
    >
      <div class="spacer" aria-hidden="true" style={{ height: `${offsets[offsets.length - 1] ?? 0}px` }} />
      {rows.slice(...range).map((row, n) => {
        const top = `${offsets[range[0] + n]}px`;
        if (row.kind === 'group')
          return (
            <div key={row.key} class="group" style={{ top }} aria-hidden="true">
              {row.label}
            </div>
          );
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox hears the keys
          <div
            key={row.key}
            id={optionId(row.key)}
            class="measure"
            style={{ top }}
            role="option"
            tabIndex={-1}
            aria-selected={row.key === chosen}
            aria-setsize={order.at(-1) ?? 0}
            aria-posinset={order[range[0] + n] ?? 0}
            onClick={() => onChoose(row.key)}
          >
            <MeasureRow entry={row.entry} />
          </div>
        );
      })}
    </div>
  );
}

const PAGE_ROWS = 8;
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE_ROWS,
  PageUp: -PAGE_ROWS,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

const optionId = (id: string): string =>
  `measure-${id.replace(/[^\p{L}\p{N}]/gu, (one) => `_${one.codePointAt(0)?.toString(16)}`)}`;

function MeasureRow({ entry: { measure, open, hasError, due } }: { entry: Entry }) {
  const words = useWords();
  return (
    <>
      <span class="measure-title">
        {measure.number ? <b>{measure.number} </b> : null}
        {measure.title || measure.text}
      </span>
      <span class="measure-facts">
        <span>{measure.departments.map(({ name }) => name).join('、') || words('no-department')}</span>
        <span>{due ?? measure.deadlines[0]?.raw ?? ''}</span>
        {open > 0 ? (
          <span class={hasError ? 'badge error' : 'badge check'}>{words('flags-n', { n: open })}</span>
        ) : null}
      </span>
    </>
  );
}
