import { useEffect, useRef } from 'preact/hooks';
import type { PageViewProps } from './pdf-page.js';
import { boxesOn, hitAt, sourcesOf } from './places.js';

/** The boxes of the chosen field, and faintly those of the rest of its measure; a click chooses what is below it. */
export function Boxes({
  page,
  measures,
  chosen,
  field,
  onHit,
  width,
  height,
}: PageViewProps & { width: number; height: number }) {
  const layer = useRef<HTMLDivElement>(null);
  const own = chosen ? boxesOn(page, sourcesOf(chosen, field)) : [];
  const rest = chosen
    ? boxesOn(page, chosen.sources).filter((one) => !own.some(({ box }) => `${box}` === `${one.box}`))
    : [];

  // what is chosen comes into view
  useEffect(() => {
    layer.current?.querySelector('.box.chosen')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [page, chosen?.id, field, width]);

  const choose = (event: MouseEvent): void => {
    const { left, top, width: w, height: h } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const hit = hitAt(measures, page, ((event.clientX - left) / w) * width, ((event.clientY - top) / h) * height);
    if (hit) onHit(hit);
  };
  const percent = ([left, top, right, bottom]: readonly [number, number, number, number]) => ({
    left: `${(left / width) * 100}%`,
    top: `${(top / height) * 100}%`,
    width: `${((right - left) / width) * 100}%`,
    height: `${((bottom - top) / height) * 100}%`,
  });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: for the pointer; with the keyboard measures are chosen in the list
    // biome-ignore lint/a11y/noStaticElementInteractions: the same
    <div class="boxes" ref={layer} onClick={choose}>
      {rest.map(({ box }) => (
        <div key={`rest ${box}`} class="box" style={percent(box)} />
      ))}
      {own.map(({ box, field: read }) => (
        <div key={`own ${box}`} class="box chosen" data-field={read} style={percent(box)} />
      ))}
    </div>
  );
}
