import { createHash } from 'node:crypto';
import { rehearsalKey } from './rehearsal-key.ts';

/**
 * What a made-up string looks like. A provider checks some of them when it
 * plans, and an expression may take one apart.
 */
export type Shape = keyof typeof MAKERS | LikeExample;

/** Like an example that a provider gave when it refused another shape. */
type LikeExample = `like:${string}`;

/** A place in a state that nothing is known of. */
export interface Place {
  readonly address: string;
  readonly type: string;
  readonly path: readonly (string | number)[];
}

/** Names a place; equal places have equal keys in every round. */
export function placeKey({ address, path }: Pick<Place, 'address' | 'path'>): string {
  return JSON.stringify([address, ...path]);
}

/** The shape to try first: that of the real thing where it is known, otherwise what the attribute's name says. */
export function firstShape({ type, path }: Place): Shape {
  const attribute = path.findLast((step) => typeof step === 'string') ?? '';
  const isTopLevel = path.length === 1;
  const real = isTopLevel ? REAL_SHAPES.find(([pattern]) => pattern.test(`${type}.${attribute}`))?.[1] : undefined;
  return real ?? SHAPES_BY_NAME.find(([pattern]) => pattern.test(attribute))?.[1] ?? 'uuid';
}

/** The text of a placeholder: the same for the same place and shape, different for any other place where the shape allows. */
export function placeholderText(shape: Shape, key: string): string {
  const hex = createHash('sha256').update(key).digest('hex');
  // Two objects must not share an id.
  if (isLikeExample(shape)) return `${shape.slice('like:'.length)}-${hex.slice(0, 8)}`;
  return MAKERS[shape](hex);
}

function isLikeExample(shape: Shape): shape is LikeExample {
  return shape.startsWith('like:');
}

/**
 * The shape to try after one was refused: what the message asks for, else the
 * next in order. Undefined where all were tried.
 */
export function nextShape(message: string, tried: readonly Shape[]): Shape | undefined {
  const example = EXAMPLE.exec(message)?.[1];
  if (example !== undefined && !tried.includes(`like:${example}`)) return `like:${example}`;
  const asked = ASKED_FOR.filter(([words]) => words.test(message)).map(([, shape]) => shape);
  return [...asked, ...FALLBACKS].find((shape) => !tried.includes(shape));
}

export function placeholderNumber(key: string): number {
  return 1000 + Number.parseInt(createHash('sha256').update(key).digest('hex').slice(0, 3), 16);
}

const SUBSCRIPTION = '/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups';

/** Hostnames and addresses are those that RFC 2606 and RFC 5737 keep free for such use. */
const MAKERS = {
  uuid: (hex: string) =>
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
  name: (hex: string) => `rehearsal${hex.slice(0, 12)}`,
  arn: (hex: string) => `arn:aws:iam::000000000000:role/rehearsal-${hex.slice(0, 12)}`,
  number: (hex: string) => String(100_000 + Number.parseInt(hex.slice(0, 6), 16)),
  ip: (hex: string) => `192.0.2.${1 + (Number.parseInt(hex.slice(0, 2), 16) % 250)}`,
  cidr: () => '192.0.2.0/24',
  url: (hex: string) => `https://${hex.slice(0, 12)}.rehearsal.invalid`,
  json: (hex: string) => JSON.stringify({ rehearsal: hex.slice(0, 12) }),
  // In the future: a provider replaces what has expired.
  time: () => '2099-01-01T00:00:00Z',
  base64: (hex: string) => Buffer.from(`rehearsal-${hex.slice(0, 12)}`).toString('base64'),
  dns: (hex: string) => `${hex.slice(0, 12)}.rehearsal.invalid`,
  bool: () => 'true',
  hex: (hex: string) => hex,
  'short-hex': (hex: string) => hex.slice(0, 8),
  integer: (hex: string) => String(Number.parseInt(hex.slice(0, 8), 16)),
  fingerprint: (hex: string) => (hex.slice(0, 32).match(/../g) ?? []).join(':'),
  digest: (hex: string) => `sha256:${hex}`,
  reference: (hex: string) => `rehearsal.invalid/image@sha256:${hex}`,
  path: (hex: string) => `/rehearsal/${hex.slice(0, 12)}`,
  mac: (hex: string) => `02:00:5e:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4, 6)}`,
  'instance-id': (hex: string) => `i-${hex.slice(0, 17)}`,
  'volume-id': (hex: string) => `vol-${hex.slice(0, 17)}`,
  'image-id': (hex: string) => `ami-${hex.slice(0, 17)}`,
  'network-id': (hex: string) => `vpc-${hex.slice(0, 17)}`,
  'subnet-id': (hex: string) => `subnet-${hex.slice(0, 17)}`,
  'group-id': (hex: string) => `sg-${hex.slice(0, 17)}`,
  'interface-id': (hex: string) => `eni-${hex.slice(0, 17)}`,
  'azure-group': (hex: string) => `${SUBSCRIPTION}/rehearsal${hex.slice(0, 8)}`,
  'azure-vm': (hex: string) => azureId('Microsoft.Compute/virtualMachines', hex),
  'azure-disk': (hex: string) => azureId('Microsoft.Compute/disks', hex),
  'azure-nic': (hex: string) => azureId('Microsoft.Network/networkInterfaces', hex),
  'azure-network': (hex: string) => azureId('Microsoft.Network/virtualNetworks', hex),
  'azure-subnet': (hex: string) => `${azureId('Microsoft.Network/virtualNetworks', hex)}/subnets/internal`,
  'azure-ip': (hex: string) => azureId('Microsoft.Network/publicIPAddresses', hex),
  'azure-nsg': (hex: string) => azureId('Microsoft.Network/networkSecurityGroups', hex),
  'azure-identity': (hex: string) => azureId('Microsoft.ManagedIdentity/userAssignedIdentities', hex),
  'private-key': () => rehearsalKey().privateKey,
  'public-key': () => rehearsalKey().publicKey,
  'ssh-key': () => rehearsalKey().openSsh,
  certificate: (hex: string) =>
    `-----BEGIN CERTIFICATE-----\n${Buffer.from(hex).toString('base64')}\n-----END CERTIFICATE-----\n`,
} as const satisfies Record<string, (hex: string) => string>;

function azureId(kind: string, hex: string): string {
  return `${SUBSCRIPTION}/rehearsal/providers/${kind}/rehearsal${hex.slice(0, 8)}`;
}

/** By type and attribute, where a template may well ask for more than a string. */
const REAL_SHAPES: readonly (readonly [RegExp, Shape])[] = [
  [/^docker_image\.(?:image_id|id|latest)$/, 'digest'],
  [/^docker_image\.repo_digest$/, 'reference'],
  [/^docker_(?:container|network)\.id$/, 'hex'],
  [/^docker_volume\.mountpoint$/, 'path'],
  [/^aws_(?:instance|spot_instance_request)\.id$/, 'instance-id'],
  [/^aws_ebs_volume\.id$/, 'volume-id'],
  [/^aws_(?:ami|ami_copy|ami_from_instance)\.id$/, 'image-id'],
  [/^aws_(?:default_)?vpc\.id$/, 'network-id'],
  [/^aws_(?:default_)?subnet\.id$/, 'subnet-id'],
  [/^aws_(?:default_)?security_group\.id$/, 'group-id'],
  [/^aws_network_interface\.id$/, 'interface-id'],
  [/^aws_iam_(?:policy|role|instance_profile)\.(?:arn|id)$/, 'arn'],
  [/^azurerm_resource_group\.id$/, 'azure-group'],
  [/^azurerm_(?:(?:linux|windows)_)?virtual_machine\.id$/, 'azure-vm'],
  [/^azurerm_managed_disk\.id$/, 'azure-disk'],
  [/^azurerm_network_interface\.id$/, 'azure-nic'],
  [/^azurerm_virtual_network\.id$/, 'azure-network'],
  [/^azurerm_subnet\.id$/, 'azure-subnet'],
  [/^azurerm_public_ip\.id$/, 'azure-ip'],
  [/^azurerm_network_security_group\.id$/, 'azure-nsg'],
  [/^azurerm_user_assigned_identity\.id$/, 'azure-identity'],
  [/^tls_[^.]*\.private_key_(?:pem|pem_pkcs8|openssh)$/, 'private-key'],
  [/^tls_[^.]*\.public_key_pem$/, 'public-key'],
  [/^tls_[^.]*\.public_key_openssh$/, 'ssh-key'],
  [/^tls_[^.]*\.cert(?:_request)?_pem$/, 'certificate'],
  [/^tls_[^.]*\.public_key_fingerprint_md5$/, 'fingerprint'],
  [/^time_[^.]*\.(?:id|rfc3339|base_rfc3339|rotation_rfc3339)$/, 'time'],
  [/^random_id\.hex$/, 'short-hex'],
  [/^random_id\.dec$/, 'integer'],
];

const SHAPES_BY_NAME: readonly (readonly [RegExp, Shape])[] = [
  [/(?:^|_)arn$/, 'arn'],
  [/(?:^|_)(?:ip|ip_address|ipv4|ipv4_address|gateway)$/, 'ip'],
  [/(?:^|_)cidr(?:_block)?$/, 'cidr'],
  [/(?:^|_)(?:url|uri|endpoint|self_link)$/, 'url'],
  [/(?:^|_)json$/, 'json'],
  [/(?:_at|_time|timestamp|rfc3339)$/, 'time'],
  [/(?:^|_)mac(?:_address)?$/, 'mac'],
  [/(?:^|_)(?:sha256|digest)$/, 'digest'],
  [/(?:^|_)(?:fqdn|hostname|dns_name)$/, 'dns'],
];

/** How the Azure provider quotes what it wants in place of an id. */
const EXAMPLE = /matched \(containing \d+ segments\):\s*>\s*(\/[^\s"]+)/;

/** What a provider's or a function's message asks for, in its own words. */
const ASKED_FOR: readonly (readonly [RegExp, Shape])[] = [
  [/\barn\b/i, 'arn'],
  [/cidr/i, 'cidr'],
  [/\bip(?:v4)?[ _-]?addr/i, 'ip'],
  [/json/i, 'json'],
  [/\bur[li]\b/i, 'url'],
  [/rfc ?3339|timestamp/i, 'time'],
  [/base64/i, 'base64'],
  [/number|parse .*int|integer/i, 'number'],
  [/uuid/i, 'uuid'],
  [/\bbool\b/i, 'bool'],
  [/sha256|digest/i, 'digest'],
  [/mac addr/i, 'mac'],
  [/host ?name|domain/i, 'dns'],
];

const FALLBACKS: readonly Shape[] = [
  'name',
  'uuid',
  'arn',
  'number',
  'ip',
  'cidr',
  'url',
  'json',
  'time',
  'base64',
  'dns',
  'digest',
  'hex',
  'bool',
];
