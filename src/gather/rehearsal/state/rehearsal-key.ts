import { generateKeyPairSync, type KeyObject } from 'node:crypto';

/** A key in the forms that providers write it in. */
export interface RehearsalKey {
  readonly privateKey: string;
  readonly publicKey: string;
  readonly openSsh: string;
}

/**
 * A real key, because providers take placeholders for keys apart and some crash
 * over what is none. Made once in a process and worth nothing.
 */
export function rehearsalKey(): RehearsalKey {
  key ??= makeKey();
  return key;
}

let key: RehearsalKey | undefined;

function makeKey(): RehearsalKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    privateKey: privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    openSsh: openSsh(publicKey),
  };
}

/** RFC 4253: the kind, the exponent and the modulus, each after its length. */
function openSsh(publicKey: KeyObject): string {
  const { e, n } = publicKey.export({ format: 'jwk' });
  const parts = [Buffer.from('ssh-rsa'), mpint(e), mpint(n)].flatMap((part) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    return [length, part];
  });
  return `ssh-rsa ${Buffer.concat(parts).toString('base64')}\n`;
}

/** A leading zero keeps a number positive. */
function mpint(base64: string | undefined): Buffer {
  const bytes = Buffer.from(base64 ?? '', 'base64url');
  return (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes;
}
