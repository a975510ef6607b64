import { useEffect, useRef, useState } from 'preact/hooks';
import type { Measure } from '../../../model/index.js';
import { sourceUrl } from '../shared/api.js';
import { useWords } from '../shared/words.js';
import { Boxes } from './boxes.js';
import { openPdf, type PDFDocumentProxy, type PDFPageProxy } from './pdf.js';
import type { FieldName, Hit } from './places.js';

export interface PageViewProps {
  readonly name: string;
  readonly page: number;
  readonly zoom: number;
  readonly measures: readonly Measure[];
  readonly chosen: Measure | null;
  readonly field: FieldName;
  onHit(hit: Hit): void;
}

/** A page of the PDF, with the boxes of the chosen measure over it. */
export function PdfPage(props: PageViewProps) {
  const words = useWords();
  const { name, page: number, zoom } = props;
  const [answer, setAnswer] = useState<((password: string) => void) | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const pdf = usePdf(name, (give) => setAnswer(() => give), setFailure);
  const page = usePage(pdf, number, setFailure);
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(frame);
  const size = page?.getViewport({ scale: 1 });
  const scale = size && width > 0 ? (width / size.width) * zoom : 0;
  useDrawing(page, canvas, scale, setFailure);

  if (answer && !pdf) return <PasswordForm onPassword={answer} />;
  return (
    <div class="page-frame" ref={frame}>
      {failure ? <p class="problem">{words('page-failed', { why: failure })}</p> : null}
      {size ? (
        <div class="page" style={{ width: `${size.width * scale}px`, height: `${size.height * scale}px` }}>
          <canvas ref={canvas} role="img" aria-label={words('page-picture', { n: number })} />
          <Boxes {...props} width={size.width} height={size.height} />
        </div>
      ) : (
        <p role="status">{failure ? '' : words('loading')}</p>
      )}
    </div>
  );
}

function usePdf(
  name: string,
  ask: (answer: (password: string) => void) => void,
  fail: (why: string) => void,
): PDFDocumentProxy | null {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  // opened once for each file
  useEffect(() => {
    openPdf(sourceUrl(name), ask).then(setPdf, (error) => fail(String(error?.message ?? error)));
  }, [name]);
  useEffect(() => () => void pdf?.destroy(), [pdf]);
  return pdf;
}

function usePage(
  pdf: PDFDocumentProxy | null,
  number: number,
  fail: (why: string | null) => void,
): PDFPageProxy | null {
  const [page, setPage] = useState<PDFPageProxy | null>(null);
  // fail only sets a state
  useEffect(() => {
    let isWanted = true;
    fail(null);
    pdf?.getPage(number).then(
      (found) => isWanted && setPage(found),
      (error) => isWanted && fail(String(error?.message ?? error)),
    );
    return () => {
      isWanted = false;
    };
  }, [pdf, number]);
  return page;
}

function useWidth(frame: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  // the frame stays the same
  useEffect(() => {
    if (!frame.current) return;
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    watcher.observe(frame.current);
    return () => watcher.disconnect();
  }, []);
  return width;
}

const PAUSE_MS = 120;

/** Drawn aside and shown when it is whole, so that the page before does not flicker. */
function useDrawing(
  page: PDFPageProxy | null,
  canvas: { readonly current: HTMLCanvasElement | null },
  scale: number,
  fail: (why: string) => void,
): void {
  // the canvas stays, fail only sets a state
  useEffect(() => {
    if (!page || scale <= 0) return;
    let task: ReturnType<PDFPageProxy['render']> | undefined;
    const draw = (): void => {
      const viewport = page.getViewport({ scale: scale * devicePixelRatio });
      const aside = document.createElement('canvas');
      aside.width = Math.round(viewport.width);
      aside.height = Math.round(viewport.height);
      task = page.render({ canvas: aside, viewport });
      task.promise.then(
        () => {
          const shown = canvas.current;
          if (!shown) return;
          shown.width = aside.width;
          shown.height = aside.height;
          shown.getContext('2d')?.drawImage(aside, 0, 0);
          shown.dataset.drawn = String(page.pageNumber);
        },
        (error) => {
          if (error?.name !== 'RenderingCancelledException') fail(String(error?.message ?? error));
        },
      );
    };
    // who runs through the list sees the page where the run ends
    const clock = setTimeout(draw, canvas.current?.dataset.drawn ? PAUSE_MS : 0);
    return () => {
      clearTimeout(clock);
      task?.cancel();
    };
  }, [page, scale]);
}

function PasswordForm({ onPassword }: { onPassword(password: string): void }) {
  const words = useWords();
  const [password, setPassword] = useState('');
  const submit = (event: Event): void => {
    event.preventDefault();
    onPassword(password);
  };
  return (
    <form class="password" onSubmit={submit}>
      <p>{words('password-needed')}</p>
      <label>
        {words('password')}
        <input type="password" value={password} onInput={(event) => setPassword(event.currentTarget.value)} />
      </label>
      <button type="submit">{words('open')}</button>
    </form>
  );
}
