import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** A request that GitHub's description knows. */
export interface Call {
  readonly id: string;
  readonly method: string;
  /** With placeholders: `/repos/{owner}/{repo}/issues/{issue_number}/comments`. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

interface Content {
  readonly 'application/json'?: { readonly schema: Schema; readonly examples?: Record<string, unknown> };
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly unknown[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, unknown>>;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const description: Description = JSON.parse(readFileSync(new URL('openapi.json', import.meta.url), 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addFormat('repo.nwo', true);
ajv.addSchema(description, 'github');

/** The operation that a request is for; undefined where the description has none. */
export function findCall(method: string, pathname: string): Call | undefined {
  const steps = pathname.split('/');
  for (const [path, item] of Object.entries(description.paths)) {
    const operation = item[method.toLowerCase()];
    const params = matchPath(path.split('/'), steps);
    if (operation === undefined || params === undefined) continue;
    return { id: operation.operationId, method: method.toLowerCase(), path, params };
  }
  return undefined;
}

/** What a request does that the description does not allow. Properties it does not know count too: GitHub ignores them. */
export function requestFaults(call: Call, query: URLSearchParams, body: unknown): readonly string[] {
  const operation = operationOf(call);
  const parameters = (operation.parameters ?? []).map((parameter) => resolved<Parameter>(parameter));
  return [
    ...Object.entries(call.params).flatMap(([name, value]) => parameterFaults(parameters, 'path', name, value)),
    ...[...query].flatMap(([name, value]) => parameterFaults(parameters, 'query', name, value)),
    ...bodyFaults(call, operation, body),
  ];
}

/** What an answer of the fake has that the description does not allow. */
export function answerFaults(call: Call, status: number, body: unknown): readonly string[] {
  const answer = operationOf(call).responses[String(status)];
  if (answer === undefined) {
    // GitHub documents few of its errors by operation; all of them have the same shape.
    if (status >= 400) return faults(validator('#/components/schemas/basic-error'), body, 'answer');
    return [`answer: status ${status} is not in the contract`];
  }
  const pointer = isReference(answer) ? answer.$ref : `#/paths/${step(call.path)}/${call.method}/responses/${status}`;
  const { content } = resolved<{ content?: Content }>(answer);
  if (content?.['application/json'] === undefined) return body === undefined ? [] : ['answer: has a body'];
  return faults(validator(`${pointer}/content/application~1json/schema`), body, 'answer');
}

/** GitHub's own example of what an operation answers. */
export function exampleAnswer(id: string, status: number): Readonly<Record<string, unknown>> {
  const operation = operations().find((candidate) => candidate.operationId === id);
  const { content } = resolved<{ content?: Content }>(operation?.responses[String(status)]);
  const [example] = Object.values(content?.['application/json']?.examples ?? {});
  if (example === undefined) throw new Error(`The description has no example of ${id} ${status}.`);
  return structuredClone(resolved<{ value: Readonly<Record<string, unknown>> }>(example).value);
}

export function operations(): readonly Operation[] {
  return Object.values(description.paths).flatMap((item) => Object.values(item));
}

function operationOf(call: Call): Operation {
  const operation = description.paths[call.path]?.[call.method];
  if (operation === undefined) throw new Error(`The description has no ${call.method} ${call.path}.`);
  return operation;
}

function matchPath(pattern: readonly string[], steps: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== steps.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const actual = decodeURIComponent(steps[index] ?? '');
    if (part.startsWith('{')) params[part.slice(1, -1)] = actual;
    else if (part !== actual) return undefined;
  }
  return params;
}

function parameterFaults(known: readonly Parameter[], where: string, name: string, value: string): readonly string[] {
  const parameter = known.find((candidate) => candidate.in === where && candidate.name === name);
  if (parameter === undefined) return [`${where} parameter ${name} is not in the contract`];
  const schema = resolved<Schema>(parameter.schema);
  const typed = schema.type === 'integer' && /^-?\d+$/.test(value) ? Number(value) : value;
  return faults(ajv.compile(schema), typed, `${where} parameter ${name}`);
}

function bodyFaults(call: Call, { requestBody }: Operation, body: unknown): readonly string[] {
  const content = requestBody?.content['application/json'];
  if (content === undefined) return body === undefined ? [] : ['body: none is expected'];
  if (body === undefined) return requestBody?.required ? ['body: is missing'] : [];
  const pointer = `#/paths/${step(call.path)}/${call.method}/requestBody/content/application~1json/schema`;
  return [...faults(validator(pointer), body, 'body'), ...unknownProperties(content.schema, body, 'body')];
}

function unknownProperties(schema: Schema, value: unknown, path: string): readonly string[] {
  const { items, properties } = flattened(schema);
  if (Array.isArray(value)) {
    return items === undefined ? [] : value.flatMap((element) => unknownProperties(items, element, `${path}[]`));
  }
  if (typeof value !== 'object' || value === null || Object.keys(properties).length === 0) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const known = properties[name];
    if (known === undefined) return [`${path}: property ${name} is not in the contract`];
    return unknownProperties(known, inner, `${path}.${name}`);
  });
}

/** What a schema says through its references and alternatives. */
function flattened(schema: Schema): { properties: Record<string, Schema>; items: Schema | undefined } {
  const own = resolved<Schema>(schema);
  const parts = [...(own.oneOf ?? []), ...(own.anyOf ?? []), ...(own.allOf ?? [])].map(flattened);
  return {
    properties: Object.assign({}, ...parts.map((part) => part.properties), own.properties),
    items: own.items ?? parts.find((part) => part.items !== undefined)?.items,
  };
}

function faults(validate: ValidateFunction, value: unknown, what: string): readonly string[] {
  return validate(value) ? [] : [`${what}: ${ajv.errorsText(validate.errors, { dataVar: '' })}`];
}

const validators = new Map<string, ValidateFunction>();

function validator(pointer: string): ValidateFunction {
  const known = validators.get(pointer) ?? ajv.compile({ $ref: `github${pointer}` });
  validators.set(pointer, known);
  return known;
}

function resolved<T>(value: unknown): T {
  if (!isReference(value)) return value as T;
  const steps = value.$ref
    .slice(2)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return steps.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], description) as T;
}

function isReference(value: unknown): value is { $ref: string } {
  return typeof value === 'object' && value !== null && '$ref' in value;
}

function step(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
