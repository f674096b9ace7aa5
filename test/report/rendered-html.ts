import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** As a GFM parser sees it, with all HTML let through, so that nothing is hidden from a test. */
export function renderedHtml(markdown: string): string {
  return micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

/** What a reader could be harmed by: everything that is neither our own markup nor code. */
export function escapesOf(markdown: string): readonly string[] {
  const html = renderedHtml(markdown);
  const outside = html
    .replace(/<pre><code(?: class="language-(?:diff|hcl|mermaid)")?>[^<]*<\/code><\/pre>/g, '')
    .replace(/<code>(?:[^<]|<wbr>)*<\/code>/g, '')
    .replace(/^<!-- prebuild-guard [^<>]* -->$/m, '');
  return [
    ...[...outside.matchAll(/<[^>]*>?/g)].map(([tag]) => tag).filter((tag) => !OWN_TAG.test(tag)),
    ...(outside.match(/@\w+|(?:GH-|#)\d+|https?:\/\/\S*/gi) ?? []),
    ...(/[^\n\t\P{Cc}]|\p{Cf}|\p{Cs}/u.exec(html) ?? []),
    ...unbalanced(html, 'details'),
    ...unbalanced(html, 'summary'),
  ];
}

/** No attribute but the alignment of a cell. */
const OWN_TAG =
  /^<\/?(?:h3|h4|p|ul|li|b|strong|sub|br|wbr|details|summary|table|thead|tbody|tr|th|td|br \/)>$|^<t[hd] align="right">$/;

function unbalanced(html: string, tag: string): readonly string[] {
  const opened = html.split(`<${tag}>`).length;
  return opened === html.split(`</${tag}>`).length ? [] : [`unbalanced ${tag}`];
}
