/**
 * A sentence for people, with what comes from outside kept apart from our own
 * words: each output escapes code spans in its own way and cannot forget one.
 */
export type Text = readonly Span[];

export type Span = string | CodeSpan;

/** A name or value that was read from a plan, a template or a server: untrusted. */
export interface CodeSpan {
  readonly code: string;
}

export function code(value: string): CodeSpan {
  return { code: value };
}

/**
 * Tag of a sentence: interpolated strings become code spans, numbers stay
 * words, other texts are taken over as they are.
 *
 * @example say`${address} is replaced because of ${paths.length} attributes.`
 */
export function say(words: TemplateStringsArray, ...values: readonly (string | number | CodeSpan | Text)[]): Text {
  const spans: Span[] = [];
  words.forEach((word, index) => {
    if (word !== '') spans.push(word);
    const value = values[index];
    if (value === undefined) return;
    if (typeof value === 'string') spans.push({ code: value });
    else if (typeof value === 'number') spans.push(String(value));
    else if (isText(value)) spans.push(...value);
    else spans.push(value);
  });
  return spans;
}

/** Texts one after another, set apart by `separator`. */
export function joined(texts: readonly Text[], separator = ' '): Text {
  return texts.flatMap((text, index) => (index === 0 ? text : [separator, ...text]));
}

/** `a`, `b` and `c`; the tail beyond `limit` is counted. */
export function listed(names: readonly string[], limit = 5): Text {
  const shown = names.slice(0, limit).map((name) => [code(name)]);
  const rest = names.length - shown.length;
  if (rest > 0) return [...joined(shown, ', '), ` and ${rest} more`];
  const last = shown.pop();
  if (last === undefined) return ['none'];
  return shown.length === 0 ? last : [...joined(shown, ', '), ' and ', ...last];
}

/** A value that people write by the page is told by its beginning. */
export function shortened(value: string, limit = 80): string {
  return value.length <= limit ? value : `${value.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The sentence without markup but for backticks around code spans. */
export function plain(text: Text): string {
  return text.map((span) => (typeof span === 'string' ? span : `\`${visible(span.code)}\``)).join('');
}

/** Control, bidirectional and other invisible characters, written out, so that no text can act on its reader. */
export function visible(value: string): string {
  return value.replace(INVISIBLE, (char) => {
    const short = SHORT_ESCAPES.get(char);
    return short ?? `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
}

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

function isText(value: CodeSpan | Text): value is Text {
  return Array.isArray(value);
}
