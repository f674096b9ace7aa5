import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A proxy on this machine that makes tunnels, and notes who asks for which. */
export class TunnelProxy {
  /** `host:port` of every tunnel that was asked for. */
  readonly targets: string[] = [];
  readonly authorizations: (string | undefined)[] = [];
  /** With which it answers instead of making a tunnel. */
  refusal: number | undefined;
  readonly #upstreamPort: number;
  readonly #server = createServer((_, answer) => answer.writeHead(400).end());
  readonly #sockets = new Set<Socket>();

  /** Whatever host is asked for, the tunnel leads to this port of the machine: a name that only the proxy knows. */
  constructor(upstreamPort: number) {
    this.#upstreamPort = upstreamPort;
    this.#server.on('connect', (request, socket) => this.#tunnel(request, socket as Socket));
  }

  get address(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async start(): Promise<this> {
    await new Promise<void>((ready) => this.#server.listen(0, '127.0.0.1', ready));
    return this;
  }

  async stop(): Promise<void> {
    this.#server.on('connection', (socket) => socket.destroy());
    this.#server.on('connect', (_, socket) => socket.destroy());
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #tunnel({ url = '', headers }: IncomingMessage, socket: Socket): void {
    this.targets.push(url);
    this.authorizations.push(headers['proxy-authorization']);
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    if (this.refusal !== undefined) {
      socket.end(`HTTP/1.1 ${this.refusal} No\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const upstream = connect(this.#upstreamPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    this.#sockets.add(upstream);
    upstream.on('error', () => socket.destroy());
  }
}
