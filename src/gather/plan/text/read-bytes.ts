import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { say } from '../../../model/text.ts';
import { Refusal } from './refusal.ts';

/** Standard input, as far as it is needed here. */
export interface StandardInput extends AsyncIterable<Uint8Array | string> {
  readonly isTTY?: boolean;
}

/** More than a buffer of Node or a string of V8 can hold, whatever the encoding. */
const BYTE_LIMIT = 2 ** 31;

export async function readFileBytes(path: string): Promise<Buffer> {
  const handle = await openRegularFile(path);
  try {
    const { size } = await handle.stat();
    if (size >= BYTE_LIMIT) throw new Refusal(TOO_LARGE);
    return await readToEnd(handle, size);
  } catch (error) {
    throw refusalOf(error);
  } finally {
    await handle.close();
  }
}

export async function readStandardInput(input: StandardInput): Promise<Buffer> {
  if (input.isTTY === true) {
    throw new Refusal(
      say`is a terminal; pipe a plan into it: ${'terraform show -json tfplan | prebuild-guard check -'}.`,
    );
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size >= BYTE_LIMIT) throw new Refusal(TOO_LARGE);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks, size);
}

/** Opened before it is looked at, so that what was looked at is what is read; without blocking, for a FIFO nobody writes to. */
async function openRegularFile(path: string): Promise<FileHandle> {
  let handle: FileHandle;
  try {
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw refusalOf(error);
  }
  const stats = await handle.stat();
  if (stats.isFile()) return handle;
  await handle.close();
  throw new Refusal(stats.isDirectory() ? DIRECTORY : NOT_A_FILE);
}

async function readToEnd(handle: FileHandle, expected: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let total = 0;
  // One byte more than expected, so that the read that fills the buffer is seldom followed by another.
  let buffer = Buffer.allocUnsafe(expected + 1);
  let filled = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
    total += bytesRead;
    if (total >= BYTE_LIMIT) throw new Refusal(TOO_LARGE);
    if (filled === buffer.length) {
      chunks.push(buffer);
      buffer = Buffer.allocUnsafe(GROWTH);
      filled = 0;
    }
  }
  const last = buffer.subarray(0, filled);
  return chunks.length === 0 ? last : Buffer.concat([...chunks, last], total);
}

/** For files that grow while they are read, or do not tell their size. */
const GROWTH = 1024 * 1024;

function refusalOf(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? new Refusal(REFUSALS.get(code) ?? say`could not be read (${code}).`) : error;
}

const DIRECTORY = say`is a directory; name the plan file in it, made with ${'terraform show -json tfplan > plan.json'}.`;

const NOT_A_FILE = say`is a pipe, a socket or a device, not a regular file; write the plan to a file, or pipe it to standard input and give ${'-'}.`;

const TOO_LARGE = say`is larger than 2 GiB, too large for a plan of a workspace template; check that it is the output of ${'terraform show -json'}.`;

const REFUSALS: ReadonlyMap<string, ReturnType<typeof say>> = new Map([
  ['ENOENT', say`does not exist; correct the path, or create it with ${'terraform show -json tfplan > plan.json'}.`],
  ['ENOTDIR', say`does not exist, because a part of its path is a file; correct the path.`],
  ['EACCES', say`cannot be read by this user; give it read permission.`],
  ['EPERM', say`cannot be read by this user; give it read permission.`],
  ['EISDIR', DIRECTORY],
  ['ENXIO', NOT_A_FILE],
  ['ELOOP', say`is a symbolic link that leads back to itself; correct the link.`],
  ['ENAMETOOLONG', say`is longer than a path may be; give the path of a plan file.`],
]);
