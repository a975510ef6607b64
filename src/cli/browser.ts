import { spawn } from 'node:child_process';

/** The program that opens an address in the browser of the user; the address is an argument, no shell reads it. */
const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Where there is none, the user opens the address by hand: it was printed. */
export function openInBrowser(address: string): void {
  const [command, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  const opener = spawn(command, [...args, address], { detached: true, stdio: 'ignore' });
  opener.on('error', () => {});
  opener.unref();
}
