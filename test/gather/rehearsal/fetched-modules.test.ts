import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gather } from '../../../src/gather/gather.ts';
import { createConfigurationReader } from '../../../src/gather/hcl/configuration-reader.ts';
import { createPlanReader } from '../../../src/gather/plan/read-plan.ts';
import { createRehearser } from '../../../src/gather/rehearsal/create-rehearser.ts';
import { isMissing, terraform } from '../../support/rehearsal/terraform.ts';
import { rehearsalOptions } from '../../support/rehearsal-options.ts';
import { settings } from '../../support/settings.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'fetched-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** A module in a Git repository of its own, and a template that calls it. */
function callRemoteModule(): string {
  const [remote, template] = [join(directory, 'remote'), join(directory, 'template')];
  for (const path of [remote, template]) mkdirSync(path);
  writeFileSync(join(remote, 'main.tf'), 'resource "terraform_data" "box" {\n  triggers_replace = timestamp()\n}\n');
  const git = (...words: readonly string[]) =>
    execFileSync('git', ['-C', remote, '-c', 'user.name=t', '-c', 'user.email=t@t.invalid', ...words]);
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message=m');
  writeFileSync(join(template, 'main.tf'), `module "box" {\n  source = "git::file://${remote}"\n}\n`);
  return template;
}

// Git for Windows takes another form of a path in an address.
describe.skipIf(isMissing(terraform) || process.platform === 'win32')('a module that `init` fetched', () => {
  it('is read where it was fetched to, while it is there', async () => {
    const template = callRemoteModule();
    const { subjects } = await gather(
      { ...settings({ 'assume-prebuild': 'true' }), templates: [template] },
      {
        plans: createPlanReader(),
        rehearser: createRehearser(
          rehearsalOptions({ executable: undefined, assumePrebuild: true, timeoutMs: 60_000 }),
          {
            host: process.env,
            platform: process.platform,
            signal: new AbortController().signal,
            tell: () => {},
          },
        ),
        configurations: createConfigurationReader([]),
      },
    );
    const configuration = subjects[0]?.snapshot.configuration;
    const [files] = configuration?.kind === 'read' ? configuration.items : [];
    expect([...(files?.modules.get('box')?.resources.keys() ?? [])]).toEqual(['terraform_data.box']);
    expect(files?.modules.get('box')?.isOwn).toBe(false);
  });
});
