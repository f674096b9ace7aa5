/**
 * Steps from a resource to one of its attributes: names and map keys are
 * strings, positions are numbers, and `null` is a step that Terraform could not
 * write (an element of a set), which is never shown.
 */
export type AttributePath = readonly PathStep[];

export type PathStep = string | number | null;

/** `env`, `ports[0].internal`, `labels["coder.owner"]`, `rule[*]`; `(whole resource)` for no step at all. */
export function formatPath(path: AttributePath): string {
  if (path.length === 0) return '(whole resource)';
  return path.map(formatStep).join('');
}

/** The attribute of the resource that the path starts in; undefined for the whole resource. */
export function attributeOf(path: AttributePath): string | undefined {
  const [first] = path;
  return typeof first === 'string' ? first : undefined;
}

function formatStep(step: PathStep, index: number): string {
  if (step === null) return '[*]';
  if (typeof step === 'number') return `[${step}]`;
  if (!IDENTIFIER.test(step)) return `[${JSON.stringify(step)}]`;
  return index === 0 ? step : `.${step}`;
}

const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;
