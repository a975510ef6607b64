// pdf.js talks to its worker over a port. Here both run on one thread, and the port that pdf.js has for that copies every
// message deeply: an eighth of the time of a reading, and an object for each glyph printed instead of each of a font.

interface Event {
  readonly data: unknown;
}

type Listener = (event: Event) => void;

/** One end of a pair, as far as pdf.js uses one; it hands messages over as they are. */
export class Port {
  private readonly listeners = new Set<Listener>();
  private other: Port | null = null;

  static pair(): [Port, Port] {
    const ends: [Port, Port] = [new Port(), new Port()];
    [ends[0].other, ends[1].other] = [ends[1], ends[0]];
    return ends;
  }

  postMessage(message: object): void {
    const event = { data: withOwnList(message) };
    const { other } = this;
    // later, as from another thread; what a listener throws is a rejection, as with pdf.js's own port
    Promise.resolve().then(() => {
      for (const listener of other?.listeners ?? []) listener(event);
    });
  }

  addEventListener(_: 'message', listener: Listener, { signal }: { signal?: AbortSignal } = {}): void {
    this.listeners.add(listener);
    signal?.addEventListener('abort', () => this.listeners.delete(listener));
  }

  removeEventListener(_: 'message', listener: Listener): void {
    this.listeners.delete(listener);
  }
}

/** The worker empties the two arrays of an operator list, which it sends piece by piece, as soon as a piece is sent. */
function withOwnList(message: { chunk?: { fnArray?: unknown[]; argsArray?: unknown[] } }): object {
  const { chunk } = message;
  if (!chunk?.fnArray || !chunk.argsArray) return message;
  return { ...message, chunk: { ...chunk, fnArray: [...chunk.fnArray], argsArray: [...chunk.argsArray] } };
}
