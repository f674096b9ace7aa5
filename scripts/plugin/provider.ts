import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type ClientHttp2Session, connect } from 'node:http2';
import { connect as connectSocket } from 'node:net';
import { createInterface } from 'node:readline';
import { decodeValue, encodeValue, type Value } from './msgpack.ts';
import { build } from './one-change.ts';
import { bytesOf, decodeFields, encodeBytes, type Field, numberIn, textIn } from './protobuf.ts';
import { readProviderSchema, readSchemas, type SchemaBlock, type Type, typeOf } from './schema.ts';

/** What a provider plans for one resource. */
export interface Planned {
  readonly errors: readonly string[];
  readonly state: Value;
  /** Paths that force a replacement, by names alone. */
  readonly replacing: readonly (readonly string[])[];
}

/** A provider's own process, asked over Terraform's plugin protocol. */
export class Provider {
  readonly #process: ChildProcess;
  readonly #session: ClientHttp2Session;
  readonly #protocol: string;

  private constructor(process: ChildProcess, session: ClientHttp2Session, protocol: string) {
    this.#process = process;
    this.#session = session;
    this.#protocol = protocol;
  }

  static async start(executable: string): Promise<Provider> {
    const child = spawn(executable, {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        TF_PLUGIN_MAGIC_COOKIE: 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2',
        PLUGIN_PROTOCOL_VERSIONS: '5,6',
      },
    });
    const lines = createInterface({ input: child.stdout });
    const [handshake] = (await once(lines, 'line')) as [string];
    const [, protocol = '', network, address = ''] = handshake.split('|');
    const socket = () => {
      const separator = address.lastIndexOf(':');
      return network === 'unix'
        ? connectSocket(address)
        : connectSocket(Number(address.slice(separator + 1)), address.slice(0, separator));
    };
    const session = connect('http://provider', { createConnection: socket, settings: { initialWindowSize: 2 ** 24 } });
    session.on('error', () => undefined);
    return new Provider(child, session, protocol);
  }

  async schemas(): Promise<ReadonlyMap<string, SchemaBlock>> {
    return readSchemas(await this.#schema());
  }

  /** Some providers cannot plan without a client, though they ask it nothing. */
  async configure(settings: Readonly<Record<string, Value>>): Promise<void> {
    const block = readProviderSchema(await this.#schema());
    const empty = build(block, 'config', 0, { path: [], samples: ['', ''] });
    const config = { ...(empty as Readonly<Record<string, Value>>), ...settings };
    const request = Buffer.concat([
      encodeBytes(1, TERRAFORM_VERSION),
      encodeBytes(2, encodeBytes(1, encodeValue(config, typeOf(block)))),
    ]);
    const response = await this.#call(this.#protocol === '5' ? 'Configure' : 'ConfigureProvider', request);
    const [error] = errorsIn(decodeFields(response), 1);
    if (error !== undefined) throw new Error(error);
  }

  async plan(name: string, type: Type, prior: Value, proposed: Value, config: Value): Promise<Planned> {
    const dynamic = (value: Value) => encodeBytes(1, encodeValue(value, type));
    const request = Buffer.concat([
      encodeBytes(1, name),
      encodeBytes(2, dynamic(prior)),
      encodeBytes(3, dynamic(proposed)),
      encodeBytes(4, dynamic(config)),
    ]);
    const fields = decodeFields(await this.#call('PlanResourceChange', request));
    const [state] = bytesOf(fields, 1).flatMap((value) => bytesOf(decodeFields(value), 1));
    return {
      errors: errorsIn(fields, 4),
      state: state === undefined ? null : decodeValue(state),
      replacing: bytesOf(fields, 2).map((path) =>
        bytesOf(decodeFields(path), 1)
          .map((step) => textIn(decodeFields(step), 1))
          .filter((step) => step !== ''),
      ),
    };
  }

  stop(): void {
    this.#session.destroy();
    this.#process.kill();
  }

  #schema(): Promise<Buffer> {
    return this.#call(this.#protocol === '5' ? 'GetSchema' : 'GetProviderSchema', Buffer.alloc(0));
  }

  async #call(method: string, message: Buffer): Promise<Buffer> {
    const stream = this.#session.request({
      ':method': 'POST',
      ':path': `/tfplugin${this.#protocol}.Provider/${method}`,
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    const length = Buffer.alloc(5);
    length.writeUInt32BE(message.length, 1);
    stream.end(Buffer.concat([length, message]));
    let status = '';
    stream.on('trailers', (trailers) => {
      status = `${String(trailers['grpc-status'])} ${String(trailers['grpc-message'] ?? '')}`;
    });
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    if (chunks.length === 0) throw new Error(`${method}: ${status}`);
    return Buffer.concat(chunks).subarray(5);
  }
}

/** What providers are told that asks them. */
const TERRAFORM_VERSION = '1.11.4';

function errorsIn(fields: readonly Field[], number: number): readonly string[] {
  return bytesOf(fields, number)
    .map(decodeFields)
    .filter((diagnostic) => numberIn(diagnostic, 1) === 1)
    .map((diagnostic) => `${textIn(diagnostic, 2)} ${textIn(diagnostic, 3)}`.trim());
}
