import type { Placeholder } from '../state/fill-unknown.ts';
import { nextShape, type Shape } from '../state/placeholder.ts';
import { type Diagnostic, wholeText } from '../terraform/diagnostic.ts';

/** Every shape that was given to a place, in order; the last one is the one in use. */
export type TriedShapes = ReadonlyMap<string, readonly Shape[]>;

/**
 * Other shapes for the placeholders that an error is about. Undefined where it is
 * about none, or where nothing is left to try.
 */
export function reshape(
  diagnostics: readonly Diagnostic[],
  placeholders: readonly Placeholder[],
  tried: TriedShapes,
): TriedShapes | undefined {
  const reshaped = new Map(tried);
  for (const diagnostic of diagnostics) {
    for (const placeholder of concerned(diagnostic, placeholders)) {
      const before = tried.get(placeholder.key) ?? [placeholder.shape];
      const next = nextShape(`${diagnostic.summary}\n${diagnostic.detail}`, before);
      if (next !== undefined) reshaped.set(placeholder.key, [...before, next]);
    }
  }
  const isChanged = [...reshaped].some(([key, shapes]) => shapes !== tried.get(key));
  return isChanged ? reshaped : undefined;
}

export function shapesInUse(tried: TriedShapes): ReadonlyMap<string, Shape> {
  const shapes = new Map<string, Shape>();
  for (const [key, all] of tried) {
    const last = all.at(-1);
    if (last !== undefined) shapes.set(key, last);
  }
  return shapes;
}

/** Providers quote the value that they refuse; Terraform's own functions name the expression that holds it. */
function concerned(diagnostic: Diagnostic, placeholders: readonly Placeholder[]): readonly Placeholder[] {
  const text = wholeText(diagnostic);
  const quoted = placeholders.filter((placeholder) => quotes(text, placeholder.text));
  return quoted.length > 0 ? quoted : placeholders.filter((placeholder) => isNamedIn(text, placeholder));
}

/** Not as a part of a longer number: `192.0.2.1` is not in `192.0.2.15`. */
function quotes(text: string, placeholder: string): boolean {
  for (let at = text.indexOf(placeholder); at >= 0; at = text.indexOf(placeholder, at + 1)) {
    if (!/\d/.test(text[at + placeholder.length] ?? '')) return true;
  }
  return false;
}

function isNamedIn(text: string, { address, path }: Placeholder): boolean {
  const attribute = path.findLast((step) => typeof step === 'string');
  const reference = address.replace(/^(?:module\.[^.[]+(?:\[[^\]]*\])?\.)*/, '').replace(/\[[^\]]*\]$/, '');
  return attribute !== undefined && text.includes(reference) && text.includes(`.${attribute}`);
}
