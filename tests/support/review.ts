import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { afterAll } from 'vitest';
import { CLI } from './cli.js';

const START_MS = 20_000;

export interface Response {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** `gongbao review` as a process, ended when the tests of the file are. */
export class Review {
  private constructor(
    private readonly child: ChildProcess,
    /** With the token, and / at its end. */
    readonly address: string,
  ) {}

  static async start(cwd: string, ...args: string[]): Promise<Review> {
    const child = spawn(process.execPath, [CLI, 'review', ...args, '--no-open', '--lang', 'en'], {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    afterAll(() => void child.kill('SIGKILL'));
    return new Review(child, await addressFrom(child));
  }

  get port(): number {
    return Number(new URL(this.address).port);
  }

  /** The path behind the token, as it is: nothing in it is made shorter or encoded. */
  ask(path: string, asked: Asked = {}): Promise<Response> {
    return this.askRaw(new URL(this.address).pathname + path, asked);
  }

  askRaw(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Response> {
    const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const asking = httpRequest(
        {
          host: '127.0.0.1',
          // a connection that was kept may be closed by the server while this process waits for another
          agent: false,
          port: this.port,
          path,
          method,
          headers: { ...(text !== undefined && { 'Content-Type': 'application/json' }), ...headers },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk) => chunks.push(chunk));
          answer.on('end', () => {
            const { statusCode = 0, headers: got } = answer;
            resolve({ status: statusCode, headers: got, body: Buffer.concat(chunks).toString('utf8') });
          });
        },
      );
      asking.on('error', reject);
      asking.end(text);
    });
  }

  /** As the page does. */
  async get<Data>(path: string): Promise<Data> {
    return JSON.parse((await this.ask(path)).body) as Data;
  }

  post(path: string, body: unknown): Promise<Response> {
    return this.ask(path, { method: 'POST', body });
  }

  /** As Ctrl+C does; the exit status. */
  async interrupt(): Promise<number | null> {
    const exit = once(this.child, 'exit');
    this.child.kill('SIGINT');
    return (await exit)[0] as number | null;
  }
}

function addressFrom(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const clock = setTimeout(() => reject(new Error(`no address, but: ${said}`)), START_MS);
    child.stderr?.on('data', (chunk) => {
      said += chunk;
      const address = /http:\/\/127\.0\.0\.1:\d+\/[\w-]+\//.exec(said)?.[0];
      if (!address) return;
      clearTimeout(clock);
      resolve(address);
    });
    child.on('exit', () => reject(new Error(`ended, and said: ${said}`)));
  });
}
