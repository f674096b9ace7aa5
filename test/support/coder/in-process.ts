import type { HttpEffects } from '../../../src/gather/coder/client/effects.ts';
import type { FakeAnswer, FakeCoder, FakeRequest } from './fake-coder.ts';

/** What goes wrong with one request. */
export type Injection =
  | { readonly kind: 'answer'; readonly answer: FakeAnswer }
  /** No connection: the code is the socket's. */
  | { readonly kind: 'no-connection'; readonly code: string }
  /** The headers come, and half of the body. */
  | { readonly kind: 'cut' }
  /** Nothing ever comes. */
  | { readonly kind: 'silence' }
  /** The headers come, and half of the body, and then nothing. */
  | { readonly kind: 'slow-body' };

/** Of the request's number, counted from 0, and the request. */
export type Injector = (index: number, request: FakeRequest) => Injection | undefined;

/** A `fetch` that ends in the fake, without a socket. */
export function fetchFrom(coder: FakeCoder, inject: Injector = () => undefined): HttpEffects['fetch'] {
  let index = -1;
  return async (url, init) => {
    index += 1;
    const headers = new Headers(init.headers);
    const request: FakeRequest = {
      method: init.method ?? 'GET',
      url,
      token: headers.get('coder-session-token') ?? undefined,
      body: typeof init.body === 'string' ? init.body : '',
    };
    const injection = inject(index, request);
    if (injection?.kind === 'answer') {
      coder.requests.push(request);
      return responseOf(injection.answer);
    }
    const answer = coder.handle(request);
    if (injection === undefined) return responseOf(answer);
    if (injection.kind === 'no-connection') {
      throw Object.assign(new TypeError('fetch failed'), {
        cause: Object.assign(new Error(), { code: injection.code }),
      });
    }
    if (injection.kind === 'silence') return new Promise((_, reject) => rejectOnAbort(init.signal, reject));
    return halfResponse(answer, init.signal, injection.kind === 'cut');
  };
}

export function bodyText({ body }: FakeAnswer): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function responseOf(answer: FakeAnswer): Response {
  return new Response(bodyText(answer), {
    status: answer.status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...answer.headers },
  });
}

function halfResponse(answer: FakeAnswer, signal: AbortSignal | null | undefined, isCut: boolean): Response {
  const bytes = new TextEncoder().encode(bodyText(answer));
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes.subarray(0, bytes.length / 2));
      if (isCut) controller.error(new TypeError('terminated'));
      else rejectOnAbort(signal, (reason) => controller.error(reason));
    },
  });
  return new Response(body, { status: answer.status, headers: { 'content-type': 'application/json' } });
}

function rejectOnAbort(signal: AbortSignal | null | undefined, reject: (reason: unknown) => void): void {
  signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
}
