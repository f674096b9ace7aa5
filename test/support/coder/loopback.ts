import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { FakeCoder } from './fake-coder.ts';
import { bodyText, type Injection, type Injector } from './in-process.ts';

export interface LoopbackServer {
  readonly url: string;
  close(): Promise<void>;
}

/** The fake on a free port of this machine; over TLS where there is a certificate. */
export async function serve(
  coder: FakeCoder,
  inject: Injector = () => undefined,
  tls?: { readonly key: Buffer; readonly cert: Buffer },
): Promise<LoopbackServer> {
  let index = -1;
  const listener: RequestListener = async (incoming, outgoing) => {
    index += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const token = incoming.headers['coder-session-token'];
    const request = {
      method: incoming.method ?? 'GET',
      url: new URL(incoming.url ?? '/', 'http://127.0.0.1'),
      token: typeof token === 'string' ? token : undefined,
      body: Buffer.concat(chunks).toString(),
    };
    const injection = inject(index, request);
    const answer = injection?.kind === 'answer' ? injection.answer : coder.handle(request);
    if (injection?.kind === 'silence') return;
    if (injection?.kind === 'no-connection') {
      incoming.socket.destroy();
      return;
    }
    const text = bodyText(answer);
    outgoing.writeHead(answer.status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
      ...answer.headers,
    });
    if (!isHalf(injection)) {
      outgoing.end(text);
      return;
    }
    outgoing.write(text.slice(0, text.length / 2), () => {
      if (injection?.kind === 'cut') incoming.socket.destroy();
    });
  };
  const server = tls === undefined ? createServer(listener) : createSecureServer(tls, listener);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function isHalf(injection: Injection | undefined): boolean {
  return injection?.kind === 'cut' || injection?.kind === 'slow-body';
}
