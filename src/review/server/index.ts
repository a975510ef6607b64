// The server of the review page: on this machine only, for whoever has the address of this start.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GongbaoError } from '../../errors.js';
import { HEADERS, refusalOf } from './guard.js';
import { bodyOf, errorReply, type Reply, refused } from './reply.js';
import { Routes } from './routes.js';
import { staticFiles } from './static.js';

const HOST = '127.0.0.1';
const TOKEN_BYTES = 24;

export interface ReviewServer {
  /** With the token. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * @param port 0 for any that is free
 * @throws GongbaoError port-taken, page-missing
 */
export async function startServer(dir: string, port: number): Promise<ReviewServer> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const files = staticFiles();
  const routes = new Routes(dir);

  const answer = async (request: IncomingMessage): Promise<Reply> => {
    const refusal = refusalOf(request, portOf(server), token);
    if (refusal) return refused(403, `other-${refusal}`);
    const path = pathOf(request);
    if (!path) return refused(400, 'bad-request');
    const [first, ...rest] = path;
    if (first === 'api' && request.method === 'GET') return routes.get(rest);
    if (first === 'api' && request.method === 'POST') {
      // what a form of another page can send without asking has another type
      if (request.headers['content-type'] !== 'application/json') return refused(415, 'not-json');
      return routes.post(rest, await bodyOf(request));
    }
    if (request.method !== 'GET') return refused(405, 'method');
    const file = files.get(path.join('/') || 'index.html');
    return file ? { status: 200, type: file.type, body: await readFile(file.path) } : refused(404, 'not-found');
  };

  const server = createServer((request, response) => {
    answer(request)
      .catch((error) => errorReply(error, dir))
      .then(({ status, type, body, headers }) => {
        // what was not read of the request is not waited for
        if (!request.complete) response.setHeader('Connection', 'close');
        response.writeHead(status, { ...HEADERS, ...headers, 'Content-Type': type }).end(body);
      })
      .catch(() => response.destroy());
  });
  await listening(server, port);
  return {
    address: `http://${HOST}:${portOf(server)}/${token}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** The parts behind the token; null where they cannot be decoded. */
function pathOf({ url = '' }: IncomingMessage): string[] | null {
  const [path = ''] = url.split(/[?#]/);
  try {
    return path.split('/').slice(2).map(decodeURIComponent);
  } catch {
    return null;
  }
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new GongbaoError('port-taken', `${HOST}:${port}`, { reason: error.code ?? error.message }));
    });
    server.listen(port, HOST, resolve);
  });
}
