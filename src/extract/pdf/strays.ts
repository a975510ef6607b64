// pdf.js starts some readings before it needs them. One that fails meanwhile is a rejection nobody handles, which would
// end the process of whoever calls us, though the file is read another way or its error told as it should be.

let readings = 0;

/** Runs a reading; rejections that pdf.js leaves unhandled during it are ignored. Others stay what they are. */
export async function withoutStrays<T>(read: () => Promise<T>): Promise<T> {
  if (readings++ === 0) process.on('unhandledRejection', ignoreStray);
  try {
    return await read();
  } finally {
    // rejections are reported once all promises have run
    setImmediate(() => {
      if (--readings === 0) process.off('unhandledRejection', ignoreStray);
    });
  }
}

function ignoreStray(reason: unknown): void {
  if (reason instanceof Error && /pdfjs-dist/.test(reason.stack ?? '')) return;
  // with a listener, Node no longer ends the process; without another one, it must
  if (process.listenerCount('unhandledRejection') === 1) throw reason;
}
