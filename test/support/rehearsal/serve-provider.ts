import { applyChange, conform } from './apply-change.ts';
import { type Cty, type CtyObject, isCtyObject } from './cty.ts';
import { diagnosticField, ProviderError, pathField } from './diagnostic.ts';
import type { FakeProvider, FakeResource, World } from './fake-provider.ts';
import { planChange } from './plan-change.ts';
import { bytesField, flagField, message } from './protobuf-writer.ts';
import { type Request, readRequest, schemaMessage, valueField } from './wire.ts';

/** Calls that name a type of resource or data source, and what they carry first is that name. */
export type Rpc = keyof typeof RPCS;

export function isRpc(name: string): name is Rpc {
  return Object.hasOwn(RPCS, name);
}

/** The type of resource or data source that a call is about. */
export function typeOf(rpc: Rpc, request: Uint8Array): string | undefined {
  return RPCS[rpc].isTyped ? readRequest(request).text(1) : undefined;
}

/** The response of a provider, whatever comes of the call. */
export function answerRpc(provider: FakeProvider, world: World, rpc: Rpc, bytes: Uint8Array): Buffer {
  const { answer, diagnostics } = RPCS[rpc];
  try {
    return answer(readRequest(bytes), provider, world);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    return message([diagnosticField(diagnostics, error)]);
  }
}

/** The error that `rpc` answers with. */
export function errorResponse(rpc: Rpc, error: ProviderError): Buffer {
  return message([diagnosticField(RPCS[rpc].diagnostics, error)]);
}

interface Method {
  readonly isTyped: boolean;
  /** The number of the field of errors. */
  readonly diagnostics: number;
  answer(request: Request, provider: FakeProvider, world: World): Buffer;
}

const nothing = (): Buffer => message([]);

const RPCS = {
  GetMetadata: { isTyped: false, diagnostics: 2, answer: nothing },
  GetProviderSchema: { isTyped: false, diagnostics: 4, answer: (_, provider) => schemaMessage(provider) },
  ValidateProviderConfig: { isTyped: false, diagnostics: 2, answer: nothing },
  ValidateResourceConfig: {
    isTyped: true,
    diagnostics: 1,
    answer(request, provider) {
      const configuration = request.value(2);
      const { validate } = resourceOf(request, provider);
      const errors = isCtyObject(configuration) ? (validate?.(configuration) ?? []) : [];
      return message(errors.map((error) => diagnosticField(1, error)));
    },
  },
  ValidateDataResourceConfig: { isTyped: true, diagnostics: 1, answer: nothing },
  UpgradeResourceState: {
    isTyped: true,
    diagnostics: 2,
    answer(request, provider) {
      const state = request.json(3);
      const { block } = resourceOf(request, provider);
      return message([valueField(1, isCtyObject(state) ? conform(block, state) : null)]);
    },
  },
  ConfigureProvider: { isTyped: false, diagnostics: 1, answer: nothing },
  ReadResource: {
    isTyped: true,
    diagnostics: 2,
    answer(request, provider, world) {
      const state = request.value(2);
      const { read } = resourceOf(request, provider);
      const found = isCtyObject(state) ? { ...state, ...read?.(state, world) } : state;
      return message([valueField(1, found), bytesField(3, request.bytes(3))]);
    },
  },
  PlanResourceChange: { isTyped: true, diagnostics: 4, answer: plan },
  ApplyResourceChange: { isTyped: true, diagnostics: 3, answer: apply },
  ReadDataSource: {
    isTyped: true,
    diagnostics: 2,
    answer(request, { data }, world) {
      const source = data[request.text(1)];
      if (source === undefined) throw new ProviderError(`There is no data source ${request.text(1)}.`);
      const configuration = objectOf(request.value(2));
      return message([valueField(1, { ...configuration, ...source.read(configuration, world) })]);
    },
  },
  StopProvider: { isTyped: false, diagnostics: 1, answer: nothing },
} as const satisfies Readonly<Record<string, Method>>;

function plan(request: Request, provider: FakeProvider): Buffer {
  const proposed = request.value(3);
  const isLegacy = flagField(5, provider.sdk === 'legacy');
  if (!isCtyObject(proposed)) return message([valueField(1, null), bytesField(3, request.bytes(5)), isLegacy]);
  const { planned, requiresReplace } = planChange(resourceOf(request, provider), provider.sdk, {
    prior: request.value(2),
    proposed,
    configuration: request.value(4),
  });
  return message([
    valueField(1, planned),
    ...requiresReplace.map((path) => pathField(2, path)),
    bytesField(3, request.bytes(5)),
    isLegacy,
  ]);
}

function apply(request: Request, provider: FakeProvider, world: World): Buffer {
  const planned = request.value(3);
  const applied = isCtyObject(planned)
    ? applyChange(resourceOf(request, provider), request.value(2), planned, world)
    : null;
  return message([valueField(1, applied), bytesField(2, request.bytes(5)), flagField(4, provider.sdk === 'legacy')]);
}

function resourceOf(request: Request, { resources }: FakeProvider): FakeResource {
  const type = request.text(1);
  const resource = resources[type];
  if (resource === undefined) throw new ProviderError(`There is no resource ${type}.`);
  return resource;
}

function objectOf(value: Cty): CtyObject {
  if (!isCtyObject(value)) throw new ProviderError('A configuration is an object.');
  return value;
}
