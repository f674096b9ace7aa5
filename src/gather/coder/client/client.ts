import type * as z from 'zod';
import type { CoderConnection } from '../../requests.ts';
import { type HttpEffects, sleep } from './effects.ts';
import { CoderFault, type Fault } from './fault.ts';
import { networkFault } from './network-fault.ts';
import { BodyTooLarge, readBody } from './read-body.ts';
import { redactError } from './redact-error.ts';
import { RequestPool } from './request-pool.ts';
import { isRetriedFault, isRetriedStatus, MAX_ATTEMPTS, retryAfterMs, retryDelayMs } from './retry.ts';

/** A read, though it may need a POST: asking twice changes nothing. */
export interface CoderRequest {
  /** Below `/api/v2/`, each segment encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Makes it a POST. */
  readonly body?: unknown;
  /** What is asked for, in words: "the template". */
  readonly asked: string;
}

interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly retryAfter: string | null;
  readonly body: Uint8Array;
}

/** A failed attempt: what it means, and whether the next one may do better. */
interface Failure {
  readonly fault: Fault;
  readonly retry: boolean;
  readonly afterMs?: number | undefined;
}

const MAX_BODY_BYTES = 64 * 1024 * 1024;
const MAX_REDIRECTS = 3;

/** Reads from one Coder server under one bound, until one deadline. The token goes to that origin alone. */
export class CoderClient {
  readonly #connection: CoderConnection;
  readonly #effects: HttpEffects;
  readonly #pool: RequestPool;
  readonly #deadlineAt: number;

  constructor(connection: CoderConnection, effects: HttpEffects) {
    this.#connection = connection;
    this.#effects = effects;
    this.#pool = new RequestPool(connection.maxConcurrency, effects);
    this.#deadlineAt = effects.now() + connection.deadlineMs;
  }

  get maxConcurrency(): number {
    return this.#connection.maxConcurrency;
  }

  now(): number {
    return this.#effects.now();
  }

  /** The address of a page of Coder's own. */
  pageUrl(...segments: readonly string[]): string {
    return new URL(segments.map(encodeURIComponent).join('/').replaceAll('%40', '@'), this.#connection.baseUrl).href;
  }

  /** Text that a server wrote, without what may be a secret, the token first of all. */
  redact(text: string): string {
    return redactError(text, (raw) => this.#withoutToken(raw));
  }

  /** Throws a `CoderFault` for everything that is not an answer of this shape. */
  async readJson<T>(schema: z.ZodType<T>, request: CoderRequest): Promise<T> {
    const parsed = schema.safeParse(parseJson(await this.readBytes(request), request));
    if (parsed.success) return parsed.data;
    const where = formatIssuePath(parsed.error.issues[0]?.path ?? []);
    throw new CoderFault({ kind: 'unexpected-shape', where }, request.asked);
  }

  async readBytes(request: CoderRequest): Promise<Uint8Array> {
    for (let attempt = 0; ; attempt++) {
      const outcome = await this.#pool.run(() => this.#attempt(request));
      if (outcome instanceof Uint8Array) return outcome;
      const { fault, retry, afterMs } = outcome;
      if (!retry || attempt + 1 >= MAX_ATTEMPTS) throw new CoderFault(fault, request.asked);
      const delayMs = Math.max(afterMs ?? 0, retryDelayMs(attempt, this.#effects.random));
      if (this.now() + delayMs >= this.#deadlineAt) throw new CoderFault(fault, request.asked);
      if (afterMs !== undefined) this.#pool.pauseUntil(this.now() + afterMs);
      await sleep(delayMs, this.#effects);
    }
  }

  async #attempt(request: CoderRequest): Promise<Uint8Array | Failure> {
    const { requestTimeoutMs, deadlineMs } = this.#connection;
    const leftMs = this.#deadlineAt - this.now();
    const upFault: Fault = { kind: 'deadline', seconds: Math.round(deadlineMs / 1000) };
    if (leftMs <= 0) return { fault: upFault, retry: false };
    const isLast = leftMs <= requestTimeoutMs;
    const fault: Fault = isLast ? upFault : { kind: 'timeout', seconds: Math.round(requestTimeoutMs / 1000) };
    const answer = await this.#inTime(Math.min(requestTimeoutMs, leftMs), { fault, retry: !isLast }, (signal) =>
      this.#send(request, signal),
    );
    return 'status' in answer ? this.#judge(answer) : answer;
  }

  /** The race is for a `fetch` that does not heed its signal. */
  async #inTime(
    limitMs: number,
    tooLate: Failure,
    task: (signal: AbortSignal) => Promise<Answer | Failure>,
  ): Promise<Answer | Failure> {
    const abort = new AbortController();
    let cancel: () => void = () => undefined;
    const timeUp = new Promise<Failure>((resolve) => {
      cancel = this.#effects.after(limitMs, () => {
        resolve(tooLate);
        abort.abort();
      });
    });
    try {
      return await Promise.race([timeUp, task(abort.signal)]);
    } finally {
      cancel();
    }
  }

  /** Never rejects: what goes wrong on the wire is an outcome. */
  async #send(request: CoderRequest, signal: AbortSignal): Promise<Answer | Failure> {
    let url = this.#urlOf(request);
    try {
      for (let redirects = 0; ; redirects++) {
        const response = await this.#effects.fetch(url, this.#init(request, signal));
        if (!isRedirect(response.status)) return await answerOf(response);
        await response.body?.cancel().catch(() => undefined);
        const target = targetOf(response, url);
        if (target?.origin !== url.origin) {
          return { fault: { kind: 'redirected', origin: target && this.redact(target.origin) }, retry: false };
        }
        if (redirects === MAX_REDIRECTS || request.body !== undefined) {
          return { fault: { kind: 'redirect-loop' }, retry: false };
        }
        url = target;
      }
    } catch (error) {
      if (error instanceof BodyTooLarge) {
        return { fault: { kind: 'too-large', mebibytes: MAX_BODY_BYTES / 1024 / 1024 }, retry: false };
      }
      const fault = networkFault(error);
      return { fault, retry: isRetriedFault(fault) };
    }
  }

  #urlOf({ path, query = {} }: CoderRequest): URL {
    const url = new URL(`api/v2/${path}`, this.#connection.baseUrl);
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
    return url;
  }

  #init({ body }: CoderRequest, signal: AbortSignal): RequestInit {
    const headers = {
      accept: 'application/json',
      'user-agent': 'prebuild-guard',
      'coder-session-token': this.#connection.token,
    };
    const init: RequestInit = { redirect: 'manual', signal, headers };
    if (body === undefined) return init;
    return {
      ...init,
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
  }

  #judge(answer: Answer): Uint8Array | Failure {
    const { status, contentType, body } = answer;
    const isPage = contentType.includes('html') || /^\s*</.test(latin1(body.subarray(0, 64)));
    if (status < 500 && status !== 429 && isPage) return { fault: { kind: 'web-page', status }, retry: false };
    if (status >= 200 && status < 300) return body;
    const afterMs = retryAfterMs(answer.retryAfter, this.now());
    const retry = isRetriedStatus(status);
    if (status === 429) {
      const seconds = afterMs === undefined ? undefined : Math.ceil(afterMs / 1000);
      return { fault: { kind: 'rate-limited', seconds }, retry, afterMs };
    }
    const message = isPage ? undefined : this.#messageOf(body);
    return { fault: { kind: 'status', status, message }, retry, afterMs };
  }

  #messageOf(body: Uint8Array): string | undefined {
    const value = tryJson(body);
    if (typeof value !== 'object' || value === null || !('message' in value)) return undefined;
    const message = typeof value.message === 'string' ? this.redact(value.message).replace(/\.$/, '') : '';
    return message === '' ? undefined : message;
  }

  /** A server may echo what it was sent. */
  #withoutToken(text: string): string {
    const { token } = this.#connection;
    return text.replaceAll(token, '(hidden)').replaceAll(encodeURIComponent(token), '(hidden)');
  }
}

async function answerOf(response: Response): Promise<Answer> {
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    retryAfter: response.headers.get('retry-after'),
    body: await readBody(response, MAX_BODY_BYTES),
  };
}

function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

function targetOf(response: Response, from: URL): URL | undefined {
  const location = response.headers.get('location');
  return location !== null && URL.canParse(location, from.href) ? new URL(location, from) : undefined;
}

function parseJson(body: Uint8Array, { asked }: CoderRequest): unknown {
  const value = tryJson(body);
  if (value === undefined) throw new CoderFault({ kind: 'not-json' }, asked);
  return value;
}

/** Undefined for what is not JSON. The error of the parser quotes its input, so it goes no further. */
function tryJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function formatIssuePath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '(the whole answer)';
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`))
    .join('');
}
