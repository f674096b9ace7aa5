/** Undefined for what is not JSON. The error of the parser quotes its input, so it goes no further. */
export function tryJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

/** Whatever its headers say. */
export function isWebPage(contentType: string, body: Uint8Array): boolean {
  return contentType.includes('html') || /^\s*</.test(beginningOf(body, 64));
}

/** A server's answer to plain HTTP at its port for HTTPS, in the words of Go, nginx and Apache. */
export function wantsTls(body: Uint8Array): boolean {
  const said = beginningOf(body, 1024);
  return /HTTP request (?:was sent )?to (?:an )?HTTPS|speaking plain HTTP to an SSL-enabled/i.test(said);
}

function beginningOf(bytes: Uint8Array, length: number): string {
  return String.fromCharCode(...bytes.subarray(0, length));
}
