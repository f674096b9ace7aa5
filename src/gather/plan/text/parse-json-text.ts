import { say, type Text } from '../../../model/text.ts';
import { hasOwn } from '../own.ts';
import type { DecodedText } from './decode-text.ts';
import { refuseText } from './input-kind.ts';
import { documentPrefix, type Noise, noiseOfLine, noticeOf } from './noise.ts';
import { Refusal } from './refusal.ts';
import { scanJson } from './scan-json.ts';
import { hasUniqueKeys } from './unique-keys.ts';

export interface ParsedDocument {
  readonly value: unknown;
  /** Whether no object of it has a key twice; of two, `value` has the last. */
  hasUniqueKeys(): boolean;
  /** What was around the document. */
  readonly notices: readonly Text[];
}

/** The one JSON document of an input, taken out of what wrappers are known to put around it. */
export function parseDocument(decoded: DecodedText): ParsedDocument {
  try {
    return parsed(decoded.text, []);
  } catch {
    // V8's message quotes the input, so the place is looked up anew.
    return new Recovery(decoded).parse();
  }
}

function parsed(text: string, notices: readonly Text[]): ParsedDocument {
  const value: unknown = JSON.parse(text);
  return { value, hasUniqueKeys: () => hasUniqueKeys(text, value), notices };
}

class Recovery {
  readonly #text: string;
  readonly #decoded: DecodedText;
  readonly #noise = new Set<Noise>();

  constructor(decoded: DecodedText) {
    this.#decoded = decoded;
    this.#text = decoded.text;
  }

  parse(): ParsedDocument {
    const start = this.#findStart();
    const scan = scanJson(this.#text, start);
    if (scan.kind !== 'complete' && this.#isRecoded(start, scan.at)) {
      throw new Refusal(say`is not valid JSON ${this.#place(scan.at)}: ${RECODED}`);
    }
    if (scan.kind === 'cut-short') {
      if (LOG_LINE.test(this.#text.slice(start, start + 200))) refuseText('{"@level":');
      throw new Refusal(
        say`ends early, after ${this.#decoded.byteOffset(scan.at)} bytes: the disk was full, the job was killed, or Terragrunt cut its output at 64 KiB; write the whole output of ${'terraform show -json'} to the file.`,
      );
    }
    if (scan.kind === 'malformed') {
      throw new Refusal([
        ...say`is not valid JSON ${this.#place(scan.at)}; give the output of ${'terraform show -json'} as it is.`,
      ]);
    }
    const document = parsed(this.#text.slice(start, scan.end), []);
    this.#expectNoiseOnly(scan.end, document.value);
    return { ...document, notices: [...this.#noise].map(noticeOf) };
  }

  /**
   * PowerShell reads what a program prints in the code page of the console and
   * writes it anew: UTF-16 from Windows PowerShell, UTF-8 with a mark where that
   * is asked for. A letter of several bytes can swallow the quote behind it, so
   * that the text breaks soon after one.
   */
  #isRecoded(start: number, at: number): boolean {
    const before = this.#text.slice(Math.max(start, at - LINE_LENGTH), at);
    return this.#decoded.notice === undefined ? before.includes('\uFFFD') : NOT_ASCII.test(before);
  }

  /** Passes over lines that are known as noise. */
  #findStart(): number {
    let at = 0;
    for (;;) {
      at = this.#skipBlanks(at);
      if (at === this.#text.length) throw new Refusal(NOISE_ONLY);
      const line = this.#lineAt(at);
      const prefix = documentPrefix(line);
      if (prefix !== undefined) {
        this.#noise.add('terragrunt');
        return at + prefix;
      }
      const noise = noiseOfLine(line);
      if (noise === undefined) {
        if (line.startsWith('{') || line.startsWith('[')) return at;
        refuseText(this.#text.slice(at));
        throw new Refusal(
          say`has text that is not JSON ${this.#place(at)}; give the output of ${'terraform show -json'} as it is.`,
        );
      }
      this.#noise.add(noise);
      at = this.#endOfLine(at);
    }
  }

  #expectNoiseOnly(end: number, value: unknown): void {
    let at = end;
    for (;;) {
      at = this.#skipBlanks(at);
      if (at === this.#text.length) return;
      const line = this.#lineAt(at);
      if (line.startsWith('{') || documentPrefix(line) !== undefined) {
        if (hasOwn(value, '@level')) refuseText('{"@level":');
        throw new Refusal(TWO_DOCUMENTS);
      }
      const noise = noiseOfLine(line);
      if (noise === undefined) {
        throw new Refusal(
          say`has something after the end of its JSON document ${this.#place(at)}; give the output of ${'terraform show -json'} as it is.`,
        );
      }
      this.#noise.add(noise);
      at = this.#endOfLine(at);
    }
  }

  #skipBlanks(from: number): number {
    let at = from;
    for (; at < this.#text.length; at++) {
      const character = this.#text[at];
      if (character === '\0') this.#noise.add('nul');
      else if (!BLANKS.includes(character ?? '')) break;
    }
    return at;
  }

  /** Enough of a line to tell what it is: the document itself may be one line of many megabytes. */
  #lineAt(at: number): string {
    return this.#text.slice(at, Math.min(this.#endOfLine(at), at + LINE_LENGTH));
  }

  #endOfLine(at: number): number {
    const newline = this.#text.indexOf('\n', at);
    return newline === -1 ? this.#text.length : newline;
  }

  #place(at: number): Text {
    const line = this.#text.slice(0, at).split('\n').length;
    return [`at byte ${this.#decoded.byteOffset(at)} (line ${line})`];
  }
}

const BLANKS = ' \t\r\n\uFEFF';
const LINE_LENGTH = 1000;
const LOG_LINE = /^\{\s*"@level"\s*:/;

const NOISE_ONLY = say`contains log lines but no JSON document: ${'terraform show -json'} probably failed; look at its messages on standard error.`;
const NOT_ASCII = /[^\0-\u007f]/;

const RECODED = say`PowerShell read Terraform's output in another code page before it wrote the file, and lost characters; run ${'[Console]::OutputEncoding = [Text.Encoding]::UTF8'} before ${'terraform show -json'}, or write the file from ${'cmd'}.`;

const TWO_DOCUMENTS = say`contains more than one JSON document, because Terragrunt's ${'run-all'} and ${'--all'} print one for each unit; write one file for each with ${'--json-out-dir'} and give them all.`;
