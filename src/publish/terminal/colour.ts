export interface ColourEnvironment {
  readonly isTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Colours on a terminal alone, unless `NO_COLOR` or a dumb one; `FORCE_COLOR` overrides (force-color.org, no-color.org). */
export function wantsColour({ isTerminal, env }: ColourEnvironment): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  if ((env['FORCE_COLOR'] ?? '') !== '') return env['FORCE_COLOR'] !== '0';
  return isTerminal && env['TERM'] !== 'dumb';
}
