/** Why a request to Coder has no answer that can be used. No part of it is secret. */
export type Fault =
  | { readonly kind: 'unreachable'; readonly code: string | undefined }
  /** The status with which a proxy answered instead of making a tunnel. */
  | { readonly kind: 'proxy-refused'; readonly status: number }
  | { readonly kind: 'certificate'; readonly code: string }
  /** TLS was spoken to a port that speaks something else. */
  | { readonly kind: 'not-tls'; readonly code: string }
  /** TLS was not spoken to a port that wants it. */
  | { readonly kind: 'tls-wanted' }
  /** Both speak TLS and do not agree. */
  | { readonly kind: 'tls'; readonly code: string }
  | { readonly kind: 'timeout'; readonly seconds: number }
  | { readonly kind: 'deadline'; readonly seconds: number }
  | { readonly kind: 'cut' }
  | { readonly kind: 'too-large'; readonly mebibytes: number }
  | { readonly kind: 'redirected'; readonly origin: string | undefined }
  | { readonly kind: 'redirect-loop' }
  | { readonly kind: 'web-page'; readonly status: number }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'unexpected-shape'; readonly where: string }
  | { readonly kind: 'endless-list'; readonly count: number }
  | { readonly kind: 'rate-limited'; readonly seconds: number | undefined }
  /** Any other status but 2xx, with Coder's own message if it gave one. */
  | { readonly kind: 'status'; readonly status: number; readonly message: string | undefined };

/** Thrown within this room only: whoever gathers turns it into a gap. */
export class CoderFault extends Error {
  override readonly name = 'CoderFault';
  readonly fault: Fault;
  /** What was asked for, in words: "the template". */
  readonly asked: string;

  constructor(fault: Fault, asked: string) {
    super(`Coder: ${fault.kind}`);
    this.fault = fault;
    this.asked = asked;
  }
}

/** 404 also means "not allowed" in Coder. */
export function isStatus(error: unknown, ...statuses: readonly number[]): boolean {
  return error instanceof CoderFault && error.fault.kind === 'status' && statuses.includes(error.fault.status);
}
