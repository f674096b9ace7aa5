import { describe, expect, it } from 'vitest';
import type { EarlierTemplate, EarlierTemplates, PlanReader, Rehearser } from '../../../src/gather/ports.ts';
import { read } from '../../../src/model/judgement/outcome.ts';
import { plain } from '../../../src/model/text.ts';
import { UserError } from '../../../src/model/user-error.ts';
import { check } from '../../../src/run/check.ts';
import { notChecked, parameter, plan, preset } from '../../support/builders.ts';
import { settings } from '../../support/settings.ts';

const NOW = plan({ presets: [preset({ parameters: new Map([['size', 'large']]) })] });
const EARLIER = plan({ presets: [preset({ parameters: new Map([['size', 'small']]) })] });

const rehearser: Rehearser = {
  rehearse: async () => ({
    terraform: undefined,
    plan: NOW,
    claims: read([]),
    control: read([]),
    refusals: read([]),
    unmet: [],
  }),
};

/** Knows the plans of these files, and of these templates in a commit. */
class World {
  readonly planned: string[] = [];
  readonly #files: readonly string[];
  readonly #at: (ref: string, directory: string) => EarlierTemplate;

  constructor(files: readonly string[], at: (ref: string, directory: string) => EarlierTemplate = planned) {
    this.#files = files;
    this.#at = at;
  }

  readonly earlier: EarlierTemplates = {
    isFile: (path) => this.#files.includes(path),
    planAt: async (ref, directory) => {
      this.planned.push(`${directory} in ${ref}`);
      return this.#at(ref, directory);
    },
  };

  readonly plans: PlanReader = {
    readPlan: async (input) => ({ plan: input === 'now.json' ? NOW : EARLIER, notices: [] }),
  };

  async run(baseline: string, { templates = ['a'], plans = [] as readonly string[] } = {}) {
    const { report } = await check(
      { ...settings({ baseline, ...CODER }), templates, plans },
      { plans: this.plans, rehearser, earlier: this.earlier },
    );
    const state = report.rules.find(({ id }) => id === 'immutable-parameter-changed')?.state;
    return {
      found: report.findings
        .filter(({ ruleId }) => ruleId === 'immutable-parameter-changed')
        .map(({ template, what }) => `${template}: ${plain(what)}`),
      state: state?.kind,
      reasons: state?.kind === 'not-checked' ? state.reasons.map(({ detail }) => plain(detail)) : [],
      errors: report.errors,
      notices: report.notices.map(({ input, text }) => `${input}: ${plain(text)}`),
    };
  }
}

const CODER = { 'coder-url': 'https://coder.example.com', 'coder-template': 'docker' };

function planned(): EarlierTemplate {
  return { kind: 'planned', plan: EARLIER, underPresets: new Map(), gaps: [] };
}

function change(template: string, origin: string): string {
  return `${template}: Preset \`Small\` sets the immutable parameter \`size\` to \`large\`; in \`${origin}\` it was \`small\`.`;
}

describe('A baseline', () => {
  it('that is a Git ref is the template as it is there, for each template its own', async () => {
    const world = new World([]);
    expect(await world.run('origin/main', { templates: ['a', 'b'] })).toEqual({
      found: [change('a', 'origin/main'), change('b', 'origin/main')],
      state: 'checked',
      reasons: [],
      errors: [],
      notices: [],
    });
    expect(world.planned).toEqual(['a in origin/main', 'b in origin/main']);
  });

  it('that is a file is a plan, whatever Git has of that name', async () => {
    const world = new World(['main']);
    expect((await world.run('main')).found).toEqual([change('a', 'main')]);
    expect(world.planned).toEqual([]);
  });

  it('that is Coder is never looked for in Git', async () => {
    const world = new World([]);
    expect((await world.run('coder')).state).toBe('not-configured');
    expect(world.planned).toEqual([]);
  });

  it('that does not have the template yet leaves nothing to compare, and says so', async () => {
    const world = new World([], () => ({ kind: 'absent' }));
    expect(await world.run('origin/main')).toMatchObject({
      found: [],
      state: 'not-configured',
      errors: [],
      notices: ['a: The template is not in `origin/main`, so there is nothing to compare it with.'],
    });
  });

  it('that cannot be planned leaves the rules not checked', async () => {
    const gaps = [notChecked({ code: 'providers-unavailable', detail: ['`terraform init`: no network.'] })];
    const world = new World([], () => ({ kind: 'planned', plan: undefined, underPresets: new Map(), gaps }));
    expect(await world.run('main')).toMatchObject({
      found: [],
      state: 'not-checked',
      reasons: ['The template as it is in `main` could not be planned. `terraform init`: no network.'],
    });
  });

  it('that could be planned in part is compared as far as it goes', async () => {
    const errored = { ...EARLIER, errored: true };
    const world = new World([], () => ({ kind: 'planned', plan: errored, underPresets: new Map(), gaps: [] }));
    expect(await world.run('main')).toMatchObject({
      found: [change('a', 'main')],
      state: 'not-checked',
      reasons: ['Planning failed, so the template may have presets and parameters that are not in the plan of `main`.'],
    });
  });

  it('that cannot be had is one error, for however many templates', async () => {
    const message = 'Baseline `nope` is neither a file nor a commit.';
    const world = new World([], () => {
      throw new UserError(message);
    });
    expect(await world.run('nope', { templates: ['a', 'b'] })).toMatchObject({
      found: [],
      state: 'not-configured',
      errors: [{ input: 'nope', message }],
    });
  });

  it('that is a ref is refused for a plan, and taken for the template beside it', async () => {
    const world = new World([]);
    const { errors, found } = await world.run('main', { plans: ['now.json'] });
    expect(errors).toEqual([
      {
        input: 'main',
        message:
          'Baseline `main` is not a file, and a plan does not say which directory of a commit its template is in; give the path of a plan as `baseline`, or give the template instead of its plan.',
      },
    ]);
    expect(found).toEqual([change('a', 'main')]);
  });

  it('is compared with the parameters that the values of the preset bring about', async () => {
    const gpu = (given: string) =>
      preset({ name: 'GPU', parameters: new Map([['model', given]]), prebuilds: undefined });
    const under = plan({ parameters: [parameter({ name: 'model', conditional: true, options: [] })] });
    const world = new World([], () => ({
      kind: 'planned',
      plan: plan({ parameters: [], presets: [gpu('a10')] }),
      underPresets: new Map([['GPU', under]]),
      gaps: [],
    }));
    const now = plan({
      parameters: [parameter({ name: 'model', options: [] })],
      presets: [preset(), gpu('h100')],
    });
    const { report } = await check(
      { ...settings({ baseline: 'main' }), templates: ['a'], plans: [] },
      {
        plans: world.plans,
        earlier: world.earlier,
        rehearser: {
          rehearse: async () => ({
            terraform: undefined,
            plan: now,
            claims: read([]),
            control: read([]),
            refusals: read([]),
            unmet: [],
          }),
        },
      },
    );
    expect(report.findings.map(({ ruleId, what }) => `${ruleId}: ${plain(what)}`)).toContain(
      'immutable-parameter-changed: Preset `GPU` sets the immutable parameter `model` to `h100`; in `main` it was `a10`.',
    );
  });
});
