import { type Cty, isCtyObject } from './cty.ts';
import { ProviderError } from './diagnostic.ts';
import type { Effect } from './faults.ts';
import type { Answer } from './grpc-server.ts';
import { message } from './protobuf-writer.ts';
import { errorResponse, type Rpc } from './serve-provider.ts';
import { readRequest, valueField } from './wire.ts';

/** The answer of a provider that is at fault. */
export function breakAnswer(effect: Effect, rpc: Rpc, request: Uint8Array): Answer {
  switch (effect.kind) {
    case 'error':
      return { kind: 'message', bytes: errorResponse(rpc, new ProviderError(effect.summary, effect.detail)) };
    case 'crash':
      return { kind: 'disconnect' };
    case 'hang':
      return { kind: 'silence' };
    case 'garbage':
      return { kind: 'message', bytes: GARBAGE };
    case 'invalid-plan':
      return { kind: 'message', bytes: message([valueField(1, otherThanAsked(readRequest(request).value(3)))]) };
  }
}

/** Every text is another; that the older SDK's mark is missing makes Terraform look. */
function otherThanAsked(proposed: Cty): Cty {
  if (!isCtyObject(proposed)) return proposed;
  return Object.fromEntries(
    Object.entries(proposed).map(([name, value]) => [name, typeof value === 'string' ? `not-${value}` : value]),
  );
}

const GARBAGE = Buffer.from('\x0a\xff\xff\xff\xff\x0fthis is no message', 'latin1');
