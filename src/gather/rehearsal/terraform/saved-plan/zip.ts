import { inflateRawSync } from 'node:zlib';

/** One member of a ZIP archive, unpacked; undefined where there is none of that name. */
export function readZipMember(archive: Buffer, name: string): Buffer | undefined {
  const end = archive.lastIndexOf(END_OF_DIRECTORY);
  if (end < 0) return undefined;
  const count = archive.readUInt16LE(end + 10);
  let position = archive.readUInt32LE(end + 16);

  for (let index = 0; index < count; index++) {
    const entry = archive.subarray(position);
    const nameLength = entry.readUInt16LE(28);
    if (entry.toString('utf8', 46, 46 + nameLength) === name) return unpack(archive, entry);
    position += 46 + nameLength + entry.readUInt16LE(30) + entry.readUInt16LE(32);
  }
  return undefined;
}

function unpack(archive: Buffer, entry: Buffer): Buffer {
  const isDeflated = entry.readUInt16LE(10) === 8;
  const packedSize = entry.readUInt32LE(20);
  const local = entry.readUInt32LE(42);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + packedSize);
  return isDeflated ? inflateRawSync(packed) : packed;
}

const END_OF_DIRECTORY = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
