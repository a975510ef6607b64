import { useEffect, useMemo, useState } from 'preact/hooks';
import { offsetsOf, rangeInView } from './virtual.js';

/** The rows of a long list that are in view of the element which scrolls it. */
export function useRows(frame: { readonly current: HTMLElement | null }, heights: readonly number[]) {
  const offsets = useMemo(() => offsetsOf(heights), [heights]);
  const [view, setView] = useState({ top: 0, height: 600 });
  const look = (): void => {
    const { current } = frame;
    if (current) setView({ top: current.scrollTop, height: current.clientHeight });
  };
  // the frame stays the same
  useEffect(() => {
    if (!frame.current) return;
    const watcher = new ResizeObserver(look);
    watcher.observe(frame.current);
    return () => watcher.disconnect();
  }, []);
  return { range: rangeInView(offsets, view.top, view.height), offsets, onScroll: look };
}
