import { asGongbaoError } from '../batch/as-error.js';
import { GongbaoError } from '../errors.js';
import { type Language, reviewingMessage } from '../messages.js';
import { issuesIn } from '../review/records.js';
import { startServer } from '../review/server/index.js';
import { readIndex } from '../review/source.js';
import { openInBrowser } from './browser.js';
import { printError, printMessage } from './output.js';
import { onFirstInterrupt } from './process.js';

export interface ReviewCommandOptions {
  readonly port: number;
  readonly open: boolean;
}

/** As shells report an end by SIGINT. */
const INTERRUPTED = 130;

/** `gongbao review DIR`: serves the page until Ctrl+C; returns the exit status. */
export async function reviewCommand(
  dir: string,
  { port, open }: ReviewCommandOptions,
  language: Language,
): Promise<number> {
  try {
    const [issues, index] = await Promise.all([issuesIn(dir), readIndex(dir)]);
    if (issues.length === 0 && !index.files?.length) throw new GongbaoError('nothing-to-review', dir);
    const server = await startServer(dir, port);
    const interrupted = new Promise<void>((resolve) => onFirstInterrupt(resolve));
    printMessage(reviewingMessage(dir, server.address, language));
    if (open) openInBrowser(server.address);
    await interrupted;
    await server.close();
    return INTERRUPTED;
  } catch (error) {
    printError(asGongbaoError(error, dir), language);
    return 1;
  }
}
