import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { loadLines } from '../shared/api.js';
import { useWords } from '../shared/words.js';
import type { PageViewProps } from './pdf-page.js';
import { hitInLine, placesOf, sourcesOf } from './places.js';
import { useRows } from './use-rows.js';

const LINE_PX = 24;

/** The lines of a text file, with those of the chosen field marked. */
export function TextLines({ name, measures, chosen, field, onHit }: Omit<PageViewProps, 'page' | 'zoom'>) {
  const words = useWords();
  const [lines, setLines] = useState<readonly string[]>([]);
  const frame = useRef<HTMLOListElement>(null);
  useEffect(() => {
    loadLines(name).then(setLines, () => {});
  }, [name]);
  const heights = useMemo(() => lines.map(() => LINE_PX), [lines]);
  const { range, offsets, onScroll } = useRows(frame, heights);
  const marked = new Set(chosen ? placesOf(sourcesOf(chosen, field)) : []);
  const first = [...marked][0];

  // what is chosen comes into view
  useEffect(() => {
    if (first !== undefined && frame.current) frame.current.scrollTop = Math.max(0, (first - 4) * LINE_PX);
  }, [first, lines]);

  const choose = (line: number): void => {
    const hit = hitInLine(measures, line);
    if (hit) onHit(hit);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <ol class="lines" ref={frame} onScroll={onScroll} tabIndex={0} aria-label={words('lines')}>
      <li class="spacer" aria-hidden="true" style={{ height: `${offsets[offsets.length - 1] ?? 0}px` }} />
      {lines.slice(...range).map((line, n) => {
        const number = range[0] + n + 1;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: for the pointer; with the keyboard measures are chosen in the list
          <li
            key={number}
            class={marked.has(number) ? 'line chosen' : 'line'}
            style={{ top: `${(number - 1) * LINE_PX}px` }}
            onClick={() => choose(number)}
          >
            <span class="line-number">{number}</span>
            {line}
          </li>
        );
      })}
    </ol>
  );
}
