import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { Readable } from 'node:stream';

import { type Backend, createBackend } from './backend';

const types: Record<string, string> = {
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript;charset=utf-8',
  '.css': 'text/css;charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.mp4': 'video/mp4',
};

export interface Served {
  backend: Backend;
  address: string;
  close: () => Promise<void>;
}

/**
 * Serves a back end on this machine, and the web build in `folder` at `/app/` as the gateway does.
 *
 * @param port 0 for any that is free
 */
export async function serve(
  port: number,
  folder: string,
  settings: Parameters<typeof createBackend>[0] = {},
): Promise<Served> {
  const backend = createBackend(settings);
  const server = createServer((request, response) => {
    void (
      request.url?.startsWith('/app') ? page(request, response, folder) : api(request, response, backend)
    ).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  backend.world.address = address;
  return { backend, address, close: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

async function api(request: IncomingMessage, response: ServerResponse, backend: Backend): Promise<void> {
  // A development server has another port, so its page asks across origins.
  const origin = request.headers.origin;
  const cors: Record<string, string> = origin
    ? {
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Allow-Credentials': 'true',
        'Access-Control-Expose-Headers': 'ETag, Location, Retry-After, X-Request-Id',
      }
    : {};
  if (request.method === 'OPTIONS') {
    response.writeHead(204, {
      ...cors,
      'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
      'Access-Control-Allow-Headers': request.headers['access-control-request-headers'] ?? '',
    });
    response.end();
    return;
  }
  const answer = await backend.handle(asRequest(request, backend.world.address));
  response.writeHead(answer.status, {
    ...cors,
    ...Object.fromEntries([...answer.headers].filter(([name]) => name !== 'set-cookie')),
    ...(answer.headers.has('set-cookie') ? { 'Set-Cookie': answer.headers.getSetCookie() } : {}),
  });
  if (!answer.body) {
    response.end();
    return;
  }
  const body = Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]);
  response.on('close', () => body.destroy());
  body.on('error', () => response.destroy());
  body.pipe(response);
}

function asRequest(request: IncomingMessage, address: string): Request {
  const method = request.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(new URL(request.url ?? '/', address), {
    method,
    headers: Object.entries(request.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as [string, string]],
    ),
    ...(hasBody ? { body: Readable.toWeb(request) as unknown as BodyInit, duplex: 'half' } : {}),
  } as RequestInit);
}

async function page(request: IncomingMessage, response: ServerResponse, folder: string): Promise<void> {
  const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://here').pathname)).replace(
    /^\/app\/?/,
    '',
  );
  const file = join(folder, path);
  const found =
    file.startsWith(folder) && existsSync(file) && statSync(file).isFile()
      ? file
      : join(folder, 'index.html');
  response.writeHead(200, {
    'Content-Type': types[extname(found)] ?? 'application/octet-stream',
    'Cache-Control': 'no-cache',
    // As strict as the gateway's.
    'Content-Security-Policy':
      "default-src 'self'; connect-src 'self' https:; img-src 'self' data: blob: https:; media-src 'self' blob: https:; " +
      "style-src 'self' 'unsafe-inline'; font-src 'self' data:; object-src 'none'; base-uri 'self'; " +
      "form-action 'self'; frame-ancestors 'none'",
    'Cross-Origin-Opener-Policy': 'same-origin',
  });
  createReadStream(found).pipe(response);
}
