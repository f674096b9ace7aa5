/** A part of `src/`, and what its files may import beside each other. */
export interface Layer {
  /** Folder or file below `src/`; the longest that fits a file is its layer. */
  readonly path: string;
  readonly mayImport: readonly string[];
  readonly packages: readonly string[];
  /** What a developer reads where the rule is broken. */
  readonly because: string;
}

const GITHUB = ['@actions/core', '@actions/github', '@octokit/plugin-retry', '@octokit/plugin-throttling'];

/**
 * Who may import whom, types included, in the order in which data flows. A
 * file may always import its own layer. `node:` stands for Node's own modules.
 */
export const LAYERS: readonly Layer[] = [
  {
    path: 'model',
    mayImport: ['model/go'],
    packages: [],
    because: 'the model holds facts alone and imports nothing else',
  },
  {
    path: 'model/go',
    mayImport: ['model'],
    packages: ['re2js'],
    because: 'what Go does otherwise than JavaScript may be looked up in a pure package',
  },
  {
    path: 'explain',
    mayImport: ['model'],
    packages: [],
    because: 'an explanation is computed from the model alone',
  },
  {
    path: 'rules/shared',
    mayImport: ['model', 'explain'],
    packages: [],
    because: 'what rules share knows no rule and no output',
  },
  {
    path: 'rules',
    mayImport: ['model', 'explain', 'rules/shared'],
    packages: [],
    because: 'a rule reads the model and its explanations, and no other rule',
  },
  {
    path: 'rules/index.ts',
    mayImport: ['model/judgement', 'rules'],
    packages: [],
    because: 'the index lists rules',
  },
  { path: 'engine', mayImport: ['model'], packages: [], because: 'the engine is given rules and knows none' },
  {
    path: 'report',
    mayImport: ['model', 'explain'],
    packages: [],
    because: 'an output is made from the report alone',
  },
  {
    path: 'gather',
    mayImport: ['model'],
    packages: [],
    because: 'the one gather is given its sources through ports and names none',
  },
  {
    path: 'gather/plan',
    mayImport: ['model', 'gather/ports.ts'],
    packages: ['node:'],
    because: 'reading plans knows the model and its ports',
  },
  {
    path: 'gather/hcl',
    mayImport: ['model', 'gather/ports.ts'],
    packages: ['node:', 'zod', 'web-tree-sitter'],
    because: 'reading template files knows the model and its ports',
  },
  {
    path: 'gather/rehearsal',
    mayImport: ['model', 'gather/ports.ts', 'gather/requests.ts', 'gather/plan'],
    packages: ['node:', 'zod'],
    because: 'a rehearsal knows the model, its ports and how plans are read',
  },
  {
    path: 'gather/coder',
    mayImport: ['model', 'gather/ports.ts', 'gather/requests.ts'],
    packages: ['node:', 'zod'],
    because: 'asking Coder knows the model and its ports',
  },
  {
    path: 'gather/git',
    mayImport: ['model', 'gather/ports.ts'],
    packages: ['node:'],
    because: 'asking Git knows the model and its ports',
  },
  {
    path: 'gather/pull-request',
    mayImport: ['model', 'gather/ports.ts'],
    packages: ['node:', 'zod', ...GITHUB],
    because: 'reading a pull request knows the model and its ports',
  },
  {
    path: 'publish',
    mayImport: ['model', 'report/publication.ts'],
    packages: [],
    because: 'a publisher carries out publications and decides nothing',
  },
  {
    path: 'publish/files',
    mayImport: ['model', 'publish/ports.ts', 'gather/hcl/repository-root.ts'],
    packages: ['node:'],
    because: 'writing files knows the model, and where the repository begins',
  },
  {
    path: 'publish/github',
    mayImport: ['model', 'report/publication.ts', 'publish', 'gather/pull-request'],
    packages: ['node:', ...GITHUB],
    because: 'publishing talks to the pull request that was read, through the same client',
  },
  {
    path: 'publish/terminal',
    mayImport: ['model', 'report/publication.ts', 'publish/ports.ts', 'publish/files'],
    packages: ['node:'],
    because: 'the terminal prints publications and decides nothing',
  },
  {
    path: 'run',
    mayImport: ['model', 'explain', 'rules/index.ts', 'engine', 'report', 'gather', 'publish', 'run'],
    packages: ['node:'],
    because: 'a run puts the phases together; no phase knows it',
  },
  {
    path: 'run/settings',
    mayImport: ['model', 'engine', 'gather/ports.ts', 'gather/requests.ts'],
    packages: [],
    because: 'settings are parsed before anything is read',
  },
  {
    path: 'run/words',
    mayImport: ['model', 'run/settings'],
    packages: ['node:', '@actions/core'],
    because: 'flags and inputs become settings, and nothing is done yet',
  },
  {
    path: 'action.ts',
    mayImport: ['model', 'publish/github/workflow-commands.ts', 'run'],
    packages: [],
    because: 'an entry turns words into settings and runs them',
  },
  {
    path: 'cli.ts',
    mayImport: ['model', 'rules/index.ts', 'run'],
    packages: [],
    because: 'an entry turns words into settings and runs them',
  },
];

/** The import of one file, as a path below `src/` or the name of a package. */
export interface Import {
  readonly file: string;
  readonly imported: string;
}

/** What `imported` breaks; undefined where it is allowed. */
export function brokenRule({ file, imported }: Import): string | undefined {
  const own = layerOf(file);
  if (own === undefined) return `${file} is in no layer`;
  const isPackage = !imported.endsWith('.ts');
  const isAllowed = isPackage
    ? own.packages.some((name) => (name === 'node:' ? imported.startsWith(name) : imported === name))
    : isOwn(own, file, imported) || own.mayImport.some((path) => isWithin(path, imported));
  return isAllowed ? undefined : `${file} imports ${imported}: ${own.because}`;
}

/** A rule imports no other rule; every other file may import what lies in its own layer. */
function isOwn(own: Layer, file: string, imported: string): boolean {
  if (own.path === 'rules' || own.path === 'rules/index.ts') return false;
  return layerOf(imported) === own && (own.path !== 'gather' || isWithin('gather', file));
}

function layerOf(file: string): Layer | undefined {
  return LAYERS.filter(({ path }) => isWithin(path, file)).toSorted((a, b) => b.path.length - a.path.length)[0];
}

function isWithin(path: string, file: string): boolean {
  return file === path || file.startsWith(`${path}/`);
}

/** Every import of a file's text, types and lazy ones included, as paths below `src/` or names of packages. */
export function importsOf(file: string, text: string): readonly Import[] {
  const specifiers = [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  return specifiers.map((specifier) => ({
    file,
    imported: specifier.startsWith('.') ? resolved(file, specifier) : specifier,
  }));
}

/** A statement with `from`, one for its effect alone, or `import(…)` of a value or a type. */
const IMPORT =
  /^(?:import|export)\b[^;']*\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*(?:\/\*[^*]*\*\/\s*)?'([^']+)'/gm;

function resolved(file: string, specifier: string): string {
  return new URL(specifier, `file:///${file}`).pathname.slice(1);
}

/** Groups of files that import each other, directly or around corners. */
export function circles(imports: readonly Import[]): readonly (readonly string[])[] {
  const targets = Map.groupBy(imports, ({ file }) => file);
  const reachable = (from: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    const open = [from];
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      for (const { imported } of targets.get(file) ?? []) {
        if (!seen.has(imported)) open.push(imported);
        seen.add(imported);
      }
    }
    return seen;
  };
  const inCircle = [...targets.keys()].filter((file) => reachable(file).has(file));
  return inCircle.length === 0 ? [] : [inCircle.toSorted()];
}
