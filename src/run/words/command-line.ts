import type { Layer } from '../settings/layers.ts';
import type { Task } from '../settings/settings.ts';
import type { RunCommand } from './flags.ts';

/** What the command is to do with its operands. */
export function taskOf({ name, operands }: RunCommand): Task {
  switch (name) {
    case 'check':
      return { kind: 'check', plans: operands };
    case 'rehearse':
      return { kind: 'rehearse', templates: operands };
    case 'history':
      return { kind: 'history' };
  }
}

/** Flags above what the `coder` command line itself is told by the environment. The token is taken from nowhere else. */
export function layersOf(
  { name, operands, options }: RunCommand,
  environment: Readonly<Record<string, string | undefined>>,
): readonly Layer[] {
  const { version, ...others } = options;
  const isHistory = name === 'history';
  const nameOf = (setting: string): string => {
    if (isHistory && setting === 'coder-version') return '--version';
    if (isHistory && setting === 'coder-template') return 'TEMPLATE';
    return setting === 'coder-session-token' ? 'CODER_SESSION_TOKEN' : `--${setting}`;
  };
  const values = isHistory ? { ...others, 'coder-template': operands[0], 'coder-version': version } : others;
  return [
    { kind: 'Option', nameOf, values },
    {
      kind: 'Variable',
      nameOf: (setting) => (setting === 'coder-url' ? 'CODER_URL' : 'CODER_SESSION_TOKEN'),
      values: { 'coder-url': environment['CODER_URL'], 'coder-session-token': environment['CODER_SESSION_TOKEN'] },
    },
  ];
}
