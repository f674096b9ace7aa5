import type { NotChecked } from '../../../model/judgement/outcome.ts';
import { joined, say, type Text } from '../../../model/text.ts';
import type { Conceal } from './conceal.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Cause, Failure, Stage } from './failure.ts';

/** One sentence on where and why, then Terraform's own words, then the remedy. */
export function gapOf(failure: Failure, preset: string | undefined, conceal: Conceal): NotChecked {
  const where = preset === undefined ? WHERE[failure.stage] : say`${WHERE[failure.stage]} of preset ${preset}`;
  const first = failure.diagnostics[0];
  const quoted = first === undefined ? [] : [quote(first, conceal, failure.diagnostics.length - 1)];
  const { detail, remedy } = WORDS[failure.cause](failure.names ?? [], failure);
  return {
    code: failure.cause,
    detail: joined([say`${where}: ${detail}`, ...quoted]),
    remedy,
  };
}

function quote({ summary, detail, address, file, line }: Diagnostic, conceal: Conceal, others: number): Text {
  const words = detail === '' ? summary : `${summary}: ${detail}`;
  const subject = address ?? (file === undefined ? undefined : `${file}${line === undefined ? '' : `:${line}`}`);
  const at = subject === undefined ? [] : say` (${conceal(subject)})`;
  const rest = others > 0 ? say` And ${others} more.` : [];
  return say`Terraform says: ${conceal(words)}${at}.${rest}`;
}

const WHERE: Readonly<Record<Stage, Text>> = {
  start: ['Starting Terraform'],
  copy: ['Copying the template'],
  init: [{ code: 'terraform init' }],
  schema: [{ code: 'terraform providers schema' }],
  prebuild: ['Planning as the prebuilds user'],
  settle: ['Planning the same prebuild again'],
  claim: ['Planning the claim'],
  apply: ['Applying the prebuild'],
  destroy: ['Destroying what was applied'],
};

interface Words {
  readonly detail: Text;
  readonly remedy: Text;
}

/** Why, and what to do, for each cause. */
const WORDS: Readonly<Record<Cause, (names: readonly string[], failure: Failure) => Words>> = {
  'terraform-not-found': ([name]) => ({
    detail:
      name === undefined
        ? say`neither ${'terraform'} nor ${'tofu'} is on the ${'PATH'}.`
        : say`${name} does not exist.`,
    remedy: say`Install Terraform or OpenTofu, for instance with ${'hashicorp/setup-terraform'}, or give its path as ${'terraform'}.`,
  }),
  'terraform-timeout': () => ({
    detail: ['it took longer than the time limit.'],
    remedy: say`Raise ${'timeout'}, or find out what it waits for: often a provider cannot reach its service.`,
  }),
  'terraform-crashed': () => ({
    detail: ['Terraform stopped before it was done.'],
    remedy: ['Run it again. If it stops again, plan the template by hand to see why.'],
  }),
  'terraform-output-unreadable': () => ({
    detail: ["Terraform's output could not be read."],
    remedy: ['Use Terraform 1.6 or newer, or OpenTofu, without a wrapper script.'],
  }),
  'template-unreadable': ([path]) => ({
    detail: path === undefined ? ['it could not be read.'] : say`${path} could not be copied.`,
    remedy: [
      'Check that the directory contains a template, that the files it refers to are in the same repository, and that all of them can be read.',
    ],
  }),
  'providers-unavailable': () => ({
    detail: ['a provider or module that the template needs could not be installed.'],
    remedy: [
      'Check that the run can reach the registry, give it a plugin cache or mirror, or add credentials for a private module.',
    ],
  }),
  'lock-file-outdated': () => ({
    detail: say`${'.terraform.lock.hcl'} selects other provider versions than the template requires.`,
    remedy: say`Run ${'terraform init -upgrade'} in the template's directory, and commit the file.`,
  }),
  'lock-file-incomplete': () => ({
    detail: say`${'.terraform.lock.hcl'} has no checksum that fits the provider for this platform.`,
    remedy: say`Run ${`terraform providers lock -platform=${thisPlatform()}`}, with one ${'-platform'} for each other platform that you use, and commit the file.`,
  }),
  'module-not-there': () => ({
    detail: ['the directory of a module does not exist.'],
    remedy: say`Correct the ${'source'} of the module. The path is relative to the file that contains it, and must stay within the repository.`,
  }),
  'template-refused': () => ({
    detail: ["Coder's provider refuses a value of the template."],
    remedy: ['Fix the value: Coder would refuse it too.'],
  }),
  'provider-not-configured': () => ({
    detail: ['a provider could not be configured.'],
    remedy: [
      'Set the credentials that the provider asks for. Made-up ones are often enough, because nothing is created.',
    ],
  }),
  'provider-crashed': () => ({
    detail: ['a provider stopped before it answered.'],
    remedy: ['Run it again. If the provider stops again, it cannot plan this template on a made-up state.'],
  }),
  'data-source-failed': () => ({
    detail: ['a data source could not be read.'],
    remedy: ['Give the run network access and credentials for what the data source reads.'],
  }),
  'unknown-repetition': () => ({
    detail: [
      { code: 'count' },
      ' or ',
      { code: 'for_each' },
      ' depends on a value that is known only after apply, so Coder could not build it either.',
    ],
    remedy: ['Make it depend only on values that are known when planning.'],
  }),
  'condition-failed': () => ({
    detail: ['a condition of the template is not met, perhaps because the rehearsal made up a value.'],
    remedy: say`Rehearse on the state of a real prebuild (${'state'}), or with ${'apply'}.`,
  }),
  'encrypted-state': () => ({
    detail: [
      'OpenTofu accepts only encrypted state here, but a rehearsal writes a plain state into its private directory.',
    ],
    remedy: say`Let the encryption fall back to ${'unencrypted'} in the rehearsal.`,
  }),
  'variable-missing': () => ({
    detail: ['a variable has no value, or an invalid one.'],
    remedy: say`Set ${'TF_VAR_…'} or give a ${'var-file'}, as for ${'terraform plan'}.`,
  }),
  'version-unsupported': () => ({
    detail: ['the template requires another version of Terraform.'],
    remedy: say`Install that version, for instance with ${'hashicorp/setup-terraform'}, or give its path as ${'terraform'}.`,
  }),
  'placeholder-refused': () => ({
    detail: ['the provider accepted none of the values that the rehearsal made up.'],
    remedy: say`Rehearse on the state of a real prebuild (${'state'}), or with ${'apply'}.`,
  }),
  'does-not-settle': (names, { rounds }) => ({
    detail:
      rounds === undefined
        ? say`the provider keeps planning changes for ${namesOf(names)}, whatever the state says.`
        : say`${namesOf(names)} still changed after ${rounds} rounds. A long chain of resources needs more rounds.`,
    remedy: say`Rehearse on the state of a real prebuild (${'state'}), or with ${'apply'}.`,
  }),
  'schema-missing': (names) => ({
    detail: say`the provider has no schema for ${namesOf(names)}.`,
    remedy: ['Use a version of the provider that has one.'],
  }),
  'configuration-invalid': () => ({
    detail: ['the template is not valid.'],
    remedy: say`Fix the errors that ${'terraform validate'} reports.`,
  }),
  'live-state-unreadable': () => ({
    detail: ['the state of the prebuild could not be read.'],
    remedy: say`Give a state in Terraform's own format, as ${'terraform state pull'} or ${'coder state pull'} writes it.`,
  }),
  'claim-fails': () => ({
    detail: ['the claim cannot be planned completely, so resources that its plan does not list may be replaced too.'],
    remedy: ['Fix the error: the claim of a real prebuild would fail too.'],
  }),
  'not-destroyed': ([state]) => ({
    detail: ['some resources could not be destroyed.'],
    remedy:
      state === undefined
        ? ['Remove them by hand; they have the names from the template.']
        : say`Destroy them from the template's directory, after ${'terraform init'}: ${`terraform destroy -state=${state}`}. Then remove that file, because it may contain secrets.`,
  }),
  'terraform-failed': () => ({
    detail: ['Terraform reports an error.'],
    remedy: say`Fix the error. If it needs real values, rehearse on the state of a real prebuild (${'state'}).`,
  }),
};

function namesOf(names: readonly string[]): Text {
  return names.length === 0
    ? ['something']
    : joined(
        names.slice(0, 5).map((name) => say`${name}`),
        ', ',
      );
}

/** As Terraform names it. */
function thisPlatform(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return `${system}_${process.arch === 'x64' ? 'amd64' : process.arch}`;
}
