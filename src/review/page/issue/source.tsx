import { useEffect, useState } from 'preact/hooks';
import type { Issue, Measure } from '../../../model/index.js';
import type { SourceState } from '../shared/api.js';
import { useWords } from '../shared/words.js';
import { PdfPage } from './pdf-page.js';
import { type FieldName, type Hit, placesOf, sourcesOf } from './places.js';
import { TextLines } from './text-lines.js';

const ZOOMS = ['1', '1.5', '2', '3'] as const;

/** What the issue was read from: the page, or the lines, of the chosen field. */
export function Source({
  name,
  file,
  measures,
  startPage,
  state,
  chosen,
  field,
  onHit,
}: {
  name: string;
  file: Issue['source'];
  measures: readonly Measure[];
  /** Shown until something is chosen. */
  startPage: number;
  state: SourceState;
  chosen: Measure | null;
  field: FieldName;
  onHit(hit: Hit): void;
}) {
  const words = useWords();
  const { kind, pages, pageLabels } = file;
  const [page, setPage] = useState(startPage);
  const [zoom, setZoom] = useState<string>('1');
  const places = chosen && kind === 'pdf' ? placesOf(sourcesOf(chosen, field)) : [];
  const first = places[0];
  // what is chosen anew is shown
  useEffect(() => {
    if (first !== undefined && !places.includes(page)) setPage(first);
  }, [chosen?.id, field, first]);

  if (state !== 'there')
    return (
      <section class="source" aria-label={words('page')}>
        <p class="notice">{words(`source-${state}`)}</p>
      </section>
    );
  if (kind === 'text')
    return (
      <section class="source" aria-label={words('lines')}>
        <TextLines name={name} measures={measures} chosen={chosen} field={field} onHit={onHit} />
      </section>
    );
  const label = pageLabels[page - 1];
  return (
    <section class="source" aria-label={words('page')}>
      <div class="page-bar">
        <button
          type="button"
          disabled={page <= 1}
          onClick={() => setPage(page - 1)}
          aria-label={words('previous-page')}
        >
          ‹
        </button>
        <span aria-live="polite">
          {words('page-n', { n: page, of: pages })}
          {label ? `（${words('printed-as', { label })}）` : ''}
        </span>
        <button
          type="button"
          disabled={page >= pages}
          onClick={() => setPage(page + 1)}
          aria-label={words('next-page')}
        >
          ›
        </button>
        {places.length > 1
          ? places.map((one) => (
              <button key={one} type="button" aria-pressed={one === page} onClick={() => setPage(one)}>
                {one}
              </button>
            ))
          : null}
        <label>
          <span class="hidden">{words('zoom')}</span>
          <select value={zoom} onChange={(event) => setZoom(event.currentTarget.value)}>
            {ZOOMS.map((one) => (
              <option key={one} value={one}>
                {one === '1' ? words('zoom-fit') : `${Number(one) * 100} %`}
              </option>
            ))}
          </select>
        </label>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section class="page-scroll" tabIndex={0} aria-label={words('page-n', { n: page, of: pages })}>
        <PdfPage
          name={name}
          page={page}
          zoom={Number(zoom)}
          measures={measures}
          chosen={chosen}
          field={field}
          onHit={onHit}
        />
      </section>
    </section>
  );
}
