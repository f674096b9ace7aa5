import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';

/** A pair as Coder makes it for every user: Ed25519, both ending with a line break. */
export interface SshKey {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** A real pair that is worth nothing, the same for a name on every run: a provider may well parse it. */
export function madeUpSshKey(name: string): SshKey {
  const seed = createHash('sha256').update(`rehearsal ${name}`).digest();
  const der = Buffer.concat([PKCS8_ED25519, seed]);
  const key = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
  const point = key.export({ format: 'der', type: 'spki' }).subarray(-32);
  const blob = Buffer.concat([field(TYPE), field(point)]);
  return { publicKey: `${TYPE} ${blob.toString('base64')}\n`, privateKey: pem(openSsh(seed, point, blob)) };
}

const TYPE = 'ssh-ed25519';

/** What stands before the 32 bytes of a private key: RFC 8410. */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** OpenSSH's own format, without a passphrase: PROTOCOL.key in its sources. */
function openSsh(seed: Buffer, point: Buffer, blob: Buffer): Buffer {
  const check = seed.subarray(0, 4);
  const secret = Buffer.concat([
    check,
    check,
    field(TYPE),
    field(point),
    field(Buffer.concat([seed, point])),
    field(''),
  ]);
  const padding = Buffer.from(Array.from({ length: (8 - (secret.length % 8)) % 8 }, (_, index) => index + 1));
  return Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    field('none'),
    field('none'),
    field(''),
    number(1),
    field(blob),
    field(Buffer.concat([secret, padding])),
  ]);
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${lines.join('\n')}\n-----END OPENSSH PRIVATE KEY-----\n`;
}

function field(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([number(bytes.length), bytes]);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
