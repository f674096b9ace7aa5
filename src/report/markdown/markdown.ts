import { type Text, visible } from '../../model/text.ts';
import { clipped } from '../words/wording.ts';

/**
 * GitHub Flavored Markdown in which text from outside stays text. A code span
 * is the strongest form: nothing inside is parsed, and GitHub looks for neither
 * mentions nor references in it.
 */
export function codeSpan(value: string, limit = MAX_NAME): string {
  const shown = clipped(value, limit);
  if (shown === '') return '(empty)';
  const fence = '`'.repeat(longestRun(shown) + 1);
  const pad = /^[ `]|[ `]$/.test(shown) && /[^ ]/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/**
 * A code span for a table. Parsers differ on a backslash before an escaped pipe,
 * so a value with a pipe becomes HTML in which every sign is a reference.
 */
export function cellCode(value: string, limit = MAX_NAME): string {
  const shown = clipped(value, limit);
  if (!shown.includes('|')) return codeSpan(shown, limit);
  // The tag after an at sign keeps an e-mail address from becoming a link.
  const signs = shown.replace(
    /[!#-&(-/:-@[-`{-~]/g,
    (sign) => `&#${sign.charCodeAt(0)};${sign === '@' ? '<wbr>' : ''}`,
  );
  return `<code>${signs}</code>`;
}

/** For inside an HTML block, where Markdown is not parsed. */
export function htmlCode(value: string, limit = MAX_NAME): string {
  return `<code>${escapeHtml(clipped(value, limit))}</code>`;
}

/** A sentence within a line. */
export function inline(text: Text): string {
  return spans(text, (value) => codeSpan(value));
}

/** A sentence within a cell of a table. */
export function cell(text: Text, limit = MAX_NAME): string {
  return spans(text, (value) => cellCode(value, limit));
}

/** Fences of neighbouring code spans would join and open what they close, so a tag stands between them. */
function spans(text: Text, codeOf: (value: string) => string): string {
  return text
    .map((span, index) => {
      if (typeof span === 'string') return words(span);
      const isNeighbour = index > 0 && typeof lastShown(text.slice(0, index)) === 'object';
      return `${isNeighbour ? '<wbr>' : ''}${codeOf(span.code)}`;
    })
    .join('');
}

/** Empty words set nothing apart. */
function lastShown(text: Text): Text[number] | undefined {
  return text.findLast((span) => span !== '');
}

/** A sentence on lines of its own: nothing at its start makes a list, a heading or a block of code of it. */
export function paragraph(text: Text): string {
  return inline(text)
    .trim()
    .replace(/^[-+=#:]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** A block of code with a fence longer than any run of backticks inside. */
export function fenced(content: string, language: string): string {
  const shown = content
    .split(/\r?\n/)
    .map((line) => line.split('\t').map(visible).join('\t'))
    .join('\n');
  const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}${language}\n${shown}\n${fence}`;
}

/** A list of items behind one bullet each. */
export function bullet(item: string): string {
  return `- ${item}`;
}

const MAX_NAME = 300;

/**
 * Our own words may hold signs that mean something, and by mistake a name:
 * neither may act. GitHub looks for links, mentions and references in the text
 * between two tags, which `<wbr>` cuts in two.
 */
function words(value: string): string {
  return visible(value).replace(ACTING, (sign) => {
    if (sign.length > 1 || sign === '@' || sign === '#' || sign === ':') return `${sign}<wbr>`;
    return ESCAPES.get(sign) ?? `\\${sign}`;
  });
}

const ACTING = /[\\`*[\]<>|~$&@]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:(?=\/\/)|www(?=\.)|#(?=\d)|GH-(?=\d)/gi;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['&', '&amp;'],
  // Not escaped by a backslash: a code span may follow, and its fence must not grow.
  ['`', '&#96;'],
]);

export function escapeHtml(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function longestRun(value: string): number {
  return (value.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
