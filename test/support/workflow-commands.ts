/** One command as the runner takes it from a line of output. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

export interface JobLog {
  readonly commands: readonly WorkflowCommand[];
  /** What a person sees: no command, and `***` for what was masked. */
  readonly text: string;
}

/** Reads output as the runner does: `::name key=value::message` at the start of a line, `##[name]message` anywhere. */
export function readJobLog(stdout: string): JobLog {
  const commands: WorkflowCommand[] = [];
  const shown: string[] = [];
  for (const line of stdout.split(/\r\n|[\r\n]/)) {
    const command = parseCommand(line);
    if (command === undefined) shown.push(line);
    else commands.push(command);
  }
  const masks = commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message);
  return { commands, text: masks.reduce((text, mask) => text.replaceAll(mask, '***'), shown.join('\n')) };
}

function parseCommand(line: string): WorkflowCommand | undefined {
  const match =
    /^::([^:\s]+)(?:\s+(.*?))?::(.*)$/su.exec(trimStartLikeDotNet(line)) ??
    /##\[([^\]\s]+)(?:\s+(.*?))?\](.*)$/su.exec(line);
  if (match === null) return undefined;
  const [, name = '', properties = '', message = ''] = match;
  const pairs = properties.split(/[,;]/).filter((pair) => pair.includes('='));
  return {
    name,
    properties: Object.fromEntries(
      pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), unescaped(pair.slice(pair.indexOf('=') + 1))]),
    ),
    message: unescaped(message),
  };
}

function trimStartLikeDotNet(line: string): string {
  return line.replace(/^[\t-\r\u0085\p{Zs}\p{Zl}\p{Zp}]+/u, '');
}

function unescaped(value: string): string {
  return value
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}
