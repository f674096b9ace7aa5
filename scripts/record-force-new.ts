import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { UNKNOWN_TEXT, type Value } from './plugin/msgpack.ts';
import { type Argument, argumentsOf, build, type Sampling, samplesFor } from './plugin/one-change.ts';
import { Provider } from './plugin/provider.ts';
import { type SchemaBlock, type Type, typeOf } from './plugin/schema.ts';

/**
 * Asks real providers which arguments force a replacement: one argument at a
 * time is changed, and the provider plans. Nothing is applied, and no service
 * is asked: what must be configured is given credentials that are none.
 *
 * `node scripts/record-force-new.ts MIRROR` with a filesystem mirror of
 * providers as Terraform lays it out.
 */
const [mirror] = process.argv.slice(2);
if (mirror === undefined) throw new Error('Give the directory of a filesystem mirror of providers.');

const TABLE = new URL('../src/gather/hcl/force-new.json', import.meta.url);

/** Of the clouds only what workspaces are made of: the whole would be a hundred times as much. */
const CLOUD_TYPES =
  /^(?:aws_(?:instance|ebs_volume|volume_attachment|ecs_task_definition|ecs_service|launch_template|spot_instance_request|efs_file_system|efs_access_point|security_group|iam_role|iam_instance_profile|key_pair|s3_bucket)|azurerm_(?:linux_virtual_machine|windows_virtual_machine|managed_disk|virtual_machine_data_disk_attachment|network_interface|public_ip|virtual_network|subnet|network_security_group|resource_group|container_group|storage_account|storage_share|user_assigned_identity|role_assignment)|google_(?:compute_instance|compute_disk|compute_attached_disk|compute_address|compute_firewall|compute_network|compute_subnetwork|service_account|filestore_instance|cloud_run_v2_service|workstations_workstation))$/;

const CLOUDS = new Set(['hashicorp/aws', 'hashicorp/azurerm', 'hashicorp/google']);

/** Providers that plan with their client in hand, though without a call. */
const OFFLINE: Readonly<Record<string, Readonly<Record<string, Value>>>> = {
  'hashicorp/aws': {
    region: 'us-east-1',
    access_key: 'none',
    secret_key: 'none',
    skip_credentials_validation: true,
    skip_requesting_account_id: true,
    skip_metadata_api_check: 'true',
  },
  'hashicorp/google': { project: 'none', region: 'us-central1', zone: 'us-central1-a', access_token: 'none' },
};

interface Answers {
  readonly replaces: readonly string[];
  readonly updates: readonly string[];
  /** Paths of blocks that are sets, and of arguments that are maps. */
  readonly sets: readonly string[];
  readonly maps: readonly string[];
}

type Effect = 'replaces' | 'updates' | 'unknown';

interface RecordedProvider {
  readonly version: string;
  readonly resources: Readonly<Record<string, Answers>>;
}

async function recordProvider(start: () => Promise<Provider>, source: string): Promise<Record<string, Answers>> {
  const resources: Record<string, Answers> = {};
  let provider = await start();
  for (const [type, block] of [...(await provider.schemas())].sort(([left], [right]) => (left < right ? -1 : 1))) {
    if (CLOUDS.has(source) && !CLOUD_TYPES.test(type)) continue;
    const effects = new Map<string, Effect>();
    for (const argument of argumentsOf(block)) {
      const name = argument.path.join('.');
      try {
        effects.set(name, await effectOf(provider, type, block, argument));
      } catch (error) {
        // A state that no apply ever made can crash a provider.
        process.stderr.write(`${type}.${name}: ${(error as Error).message}\n`);
        provider.stop();
        provider = await start();
        effects.set(name, 'unknown');
      }
    }
    // A provider that can be asked nothing about a type has told nothing: it reads files, or asks a cluster.
    if ([...effects.values()].every((effect) => effect === 'unknown')) continue;
    resources[type] = { ...summaryOf(effects), ...shapesOf(block) };
  }
  provider.stop();
  return resources;
}

/** Tries samples until the provider plans a change without an error. */
async function effectOf(provider: Provider, type: string, block: SchemaBlock, argument: Argument): Promise<Effect> {
  // What is never kept in the state cannot be compared.
  if (argument.writeOnly) return 'unknown';
  const { path } = argument;
  const ask = { provider, type, block, objectType: typeOf(block) };
  for (const samples of samplesFor(path)) {
    const prior = await settledState(ask, { path, samples });
    if (prior === undefined) continue;
    const config = build(block, 'config', 1, { path, samples });
    const proposed = withValueAt(prior, config, path);
    const { errors, replacing, state } = await provider.plan(type, ask.objectType, prior, proposed, config);
    if (errors.length > 0) continue;
    if (replacing.some((forced) => isOnTheWay(forced, path))) return 'replaces';
    if (!isSame(state, prior)) return 'updates';
  }
  return 'unknown';
}

interface Asked {
  readonly provider: Provider;
  readonly type: string;
  readonly block: SchemaBlock;
  readonly objectType: Type;
}

/** Defaults come with the first plan or two. */
const DEFAULT_ROUNDS = 2;
const SETTLING_ROUNDS = 6;

/** A state for which the provider plans no change, so that what it plans next is due to the one argument. */
async function settledState(
  { provider, type, block, objectType }: Asked,
  sampling: Sampling,
): Promise<Value | undefined> {
  const config = build(block, 'config', 0, sampling);
  let state = build(block, 'state', 0, sampling);
  for (let round = 0; round < SETTLING_ROUNDS; round += 1) {
    const planned = await provider.plan(type, objectType, state, state, config);
    if (planned.errors.length > 0) return undefined;
    if (isSame(planned.state, state) && planned.replacing.length === 0) return state;
    const next = withoutUnknown(planned.state, state, sampling.samples[0]);
    state = round < DEFAULT_ROUNDS ? next : withoutWhatMoves(next, state);
  }
  return undefined;
}

/** What is hashed again with every plan is left out: `user_data` of an `aws_instance` that has none. */
function withoutWhatMoves(next: Value, before: Value): Value {
  if (!isObject(next) || !isObject(before)) return next;
  return Object.fromEntries(
    Object.entries(next).map(([name, value]) => [name, isSame(value, before[name] ?? null) ? value : null]),
  );
}

function isOnTheWay(left: readonly string[], right: readonly string[]): boolean {
  return left.every((step, index) => index >= right.length || step === right[index]);
}

function isSame(left: Value, right: Value): boolean {
  return JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));
}

/** Providers answer with the names of an object in their own order. */
function sorted(value: Value): Value {
  if (Array.isArray(value)) return (value as readonly Value[]).map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)]),
  );
}

/** Unknown values as they were before, or as a sample. */
function withoutUnknown(value: Value, before: Value, sample: string): Value {
  if (value === UNKNOWN_TEXT) return before === null || before === UNKNOWN_TEXT ? sample : before;
  if (Array.isArray(value)) {
    const list = Array.isArray(before) ? (before as readonly Value[]) : [];
    return (value as readonly Value[]).map((item, index) => withoutUnknown(item, list[index] ?? null, sample));
  }
  if (typeof value !== 'object' || value === null) return value;
  const object = isObject(before) ? before : {};
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, withoutUnknown(each, object[name] ?? null, sample)]),
  );
}

/** `target` with what `source` has at the path; of lists the first element is meant, for there is one. */
function withValueAt(target: Value, source: Value, [name, ...rest]: readonly string[]): Value {
  if (name === undefined) return source;
  if (Array.isArray(target)) {
    const sources = source as readonly Value[];
    return (target as readonly Value[]).map((item, index) =>
      withValueAt(item, sources[index] ?? null, [name, ...rest]),
    );
  }
  if (!isObject(target) || !isObject(source)) return source;
  return { ...target, [name]: withValueAt(target[name] ?? null, source[name] ?? null, rest) };
}

function isObject(value: Value): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What can be named within an argument, of the arguments that `ignore_changes` may name in part. */
function shapesOf(block: SchemaBlock): Pick<Answers, 'sets' | 'maps'> {
  const sets: string[] = [];
  const maps: string[] = [];
  const visit = ({ attributes, blocks }: SchemaBlock, prefix: string) => {
    for (const { name, type, required, optional } of attributes) {
      if ((required || optional) && Array.isArray(type) && type[0] === 'map') maps.push(prefix + name);
    }
    for (const { name, nesting, block: inner } of blocks) {
      if (nesting === 'set') sets.push(prefix + name);
      else visit(inner, `${prefix}${name}.`);
    }
  };
  visit(block, '');
  return { sets: sets.sort(), maps: maps.sort() };
}

/** Arguments by their effect; a block whose arguments all agree is named instead of them. */
function summaryOf(effects: ReadonlyMap<string, Effect>): Pick<Answers, 'replaces' | 'updates'> {
  const agreeing = (effect: Effect) => {
    const names = [...effects].filter(([, candidate]) => candidate === effect).map(([name]) => name);
    return [...new Set(names.map((name) => widest(name, effect)))].sort();
  };
  const widest = (name: string, effect: Effect): string => {
    const steps = name.split('.');
    const prefixes = steps.map((_, length) => steps.slice(0, length + 1).join('.'));
    const covers = (prefix: string) =>
      [...effects].every(([other, found]) => !other.startsWith(`${prefix}.`) || found === effect);
    return prefixes.find(covers) ?? name;
  };
  return { replaces: agreeing('replaces'), updates: agreeing('updates') };
}

const table = JSON.parse(readFileSync(TABLE, 'utf8')) as { providers: Record<string, RecordedProvider> };
for (const executable of globSync(`${mirror}/*/*/*/*/*/terraform-provider-*`).sort()) {
  const [namespace = '', name = '', version = ''] = executable.split('/').slice(-5);
  const source = `${namespace}/${name}`;
  const start = async () => {
    const provider = await Provider.start(executable);
    const settings = OFFLINE[source];
    if (settings !== undefined) await provider.configure(settings);
    return provider;
  };
  table.providers[source] = { version, resources: await recordProvider(start, source) };
  const count = Object.keys(table.providers[source]?.resources ?? {}).length;
  process.stdout.write(`${basename(executable)}: ${count} resource types\n`);
}
const providers = Object.fromEntries(
  Object.entries(table.providers).sort(([left], [right]) => (left < right ? -1 : 1)),
);
writeFileSync(TABLE, linesOf(providers));

/** A type a line, so that a newer provider's answers can be read as a difference; what is empty is left out. */
function linesOf(recorded: Readonly<Record<string, RecordedProvider>>): string {
  const sections = Object.entries(recorded).map(([source, { version, resources }]) => {
    const lines = Object.entries(resources).map(([type, answers]) => {
      const told = Object.entries(answers).filter(([, names]) => (names as readonly string[]).length > 0);
      return `${JSON.stringify(type)}:${JSON.stringify(Object.fromEntries(told))}`;
    });
    return `${JSON.stringify(source)}:{"version":${JSON.stringify(version)},"resources":{\n${lines.join(',\n')}\n}}`;
  });
  return `{"providers":{\n${sections.join(',\n')}\n}}\n`;
}
