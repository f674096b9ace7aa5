import { createServer, type Http2Server, type ServerHttp2Session, type ServerHttp2Stream } from 'node:http2';

/** What becomes of one call. */
export type Answer =
  | { readonly kind: 'message'; readonly bytes: Uint8Array }
  | { readonly kind: 'status'; readonly code: number; readonly text: string }
  /** The connection breaks, as when a provider crashes. */
  | { readonly kind: 'disconnect' }
  /** Nothing ever comes. */
  | { readonly kind: 'silence' };

export const UNIMPLEMENTED: Answer = { kind: 'status', code: 12, text: 'unimplemented' };

export interface GrpcServer {
  /** Breaks what is still open, too. */
  stop(): Promise<void>;
}

/** Serves calls of one message each way on a Unix socket: as much of gRPC as Terraform speaks with a provider. */
export async function serveGrpc(
  socket: string,
  answer: (path: string, request: Uint8Array) => Promise<Answer>,
): Promise<GrpcServer> {
  const server = createServer();
  const sessions = new Set<ServerHttp2Session>();
  server.on('session', (session) => {
    sessions.add(session);
    session.on('error', () => {});
    session.once('close', () => sessions.delete(session));
  });
  server.on('stream', (stream, headers) => {
    const chunks: Buffer[] = [];
    stream.on('error', () => {});
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.once('end', () => {
      const request = Buffer.concat(chunks).subarray(PREFIX_BYTES);
      void answer(String(headers[':path']), request).then((given) => respond(stream, given));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socket, resolve);
  });
  return { stop: () => stop(server, sessions) };
}

function respond(stream: ServerHttp2Stream, answer: Answer): void {
  if (stream.destroyed) return;
  switch (answer.kind) {
    case 'message': {
      stream.respond(HEADERS, { waitForTrailers: true });
      stream.once('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
      const prefix = Buffer.alloc(PREFIX_BYTES);
      prefix.writeUInt32BE(answer.bytes.length, 1);
      stream.end(Buffer.concat([prefix, answer.bytes]));
      return;
    }
    case 'status': {
      const status = { 'grpc-status': String(answer.code), 'grpc-message': encodeURIComponent(answer.text) };
      stream.respond({ ...HEADERS, ...status }, { endStream: true });
      return;
    }
    case 'disconnect':
      stream.session?.destroy();
      return;
    case 'silence':
      return;
  }
}

function stop(server: Http2Server, sessions: ReadonlySet<ServerHttp2Session>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const session of sessions) session.destroy();
  });
}

/** A byte that says whether the message is compressed, and four of its length. */
const PREFIX_BYTES = 5;

const HEADERS = { ':status': 200, 'content-type': 'application/grpc' };
