import type { NotChecked } from '../../../model/judgement/outcome.ts';
import { joined, say, type Text } from '../../../model/text.ts';
import type { Conceal } from './conceal.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Cause, Failure, Stage } from './failure.ts';

/** One sentence of where and why, Terraform's own words, and what to do. */
export function gapOf(failure: Failure, preset: string | undefined, conceal: Conceal): NotChecked {
  const where = preset === undefined ? WHERE[failure.stage] : say`${WHERE[failure.stage]} of preset ${preset}`;
  const { detail, remedy } = WORDS[failure.cause](failure.names ?? [], failure);
  return {
    code: failure.cause,
    detail: joined([say`${where}: ${detail}`, ...quoted(failure.diagnostics, conceal)]),
    remedy,
  };
}

/** The first of Terraform's errors, and how many more there are; nothing where there is none. */
export function quoted(diagnostics: readonly Diagnostic[], conceal: Conceal): readonly Text[] {
  const [first] = diagnostics;
  return first === undefined ? [] : [quote(first, conceal, diagnostics.length - 1)];
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
  graph: [{ code: 'terraform graph' }],
  import: ['Planning the import'],
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
      name === undefined ? say`neither ${'terraform'} nor ${'tofu'} is on the ${'PATH'}.` : say`${name} is not there.`,
    remedy: say`Install Terraform or OpenTofu, for instance with ${'hashicorp/setup-terraform'}, or say where it is.`,
  }),
  'terraform-timeout': () => ({
    detail: ['it took longer than it was given.'],
    remedy: ['Give it more time, or see what it waits for: a provider that cannot reach its service often does.'],
  }),
  'terraform-crashed': () => ({
    detail: ['Terraform ended before it was done.'],
    remedy: ['Run it again; if it ends the same way, plan the template by hand to see why.'],
  }),
  'terraform-output-unreadable': () => ({
    detail: ['what Terraform wrote could not be read.'],
    remedy: ['Use Terraform 1.6 or newer, or OpenTofu, without a wrapper script around it.'],
  }),
  'template-unreadable': ([path]) => ({
    detail: path === undefined ? ['it could not be read.'] : say`${path} could not be copied.`,
    remedy: [
      'Check that the directory holds a template, that what it refers to is in the same repository, and that all of it can be read.',
    ],
  }),
  'providers-unavailable': () => ({
    detail: ['a provider or module that the template needs could not be installed.'],
    remedy: [
      'Let the run reach the registry, give it a plugin cache or mirror, or add credentials for a private module.',
    ],
  }),
  'provider-not-configured': () => ({
    detail: ['a provider could not be configured.'],
    remedy: [
      'Give the run what the provider asks for; made-up credentials are often enough, because nothing is created.',
    ],
  }),
  'provider-crashed': () => ({
    detail: ['a provider ended before it answered.'],
    remedy: ['Run it again; if it ends the same way, the provider cannot plan this template on a synthesised state.'],
  }),
  'data-source-failed': () => ({
    detail: ['a data source could not be read.'],
    remedy: ['Let the run reach what the data source asks, with credentials that may read it.'],
  }),
  'build-refused': () => ({
    detail: ["Coder's own provider refuses a value that the template gives it."],
    remedy: ['Correct the value that Terraform names.'],
  }),
  'unknown-repetition': () => ({
    detail: [
      { code: 'count' },
      ' or ',
      { code: 'for_each' },
      ' depends on a value that is only known after apply; Coder could not build it either.',
    ],
    remedy: ['Let it depend on what is known when planning.'],
  }),
  'condition-failed': () => ({
    detail: ['a condition of the template does not hold, for values that the rehearsal may have made up.'],
    remedy: say`Rehearse on the state of a real prebuild (${'state'}), or with ${'apply'}.`,
  }),
  'encrypted-state': () => ({
    detail: [
      'OpenTofu is told to accept encrypted state only, and a rehearsal writes a plain one into its private directory.',
    ],
    remedy: say`Let the encryption fall back to ${'unencrypted'} for the rehearsal.`,
  }),
  'variable-missing': () => ({
    detail: ['a variable has no value, or not a valid one.'],
    remedy: say`Set ${'TF_VAR_…'}, or give a ${'-var-file'}, as for ${'terraform plan'}.`,
  }),
  'version-unsupported': () => ({
    detail: ['the template asks for another version of Terraform.'],
    remedy: say`Install that version, for instance with ${'hashicorp/setup-terraform'}, or say where it is (${'terraform'}).`,
  }),
  'placeholder-refused': () => ({
    detail: ['a value that the rehearsal had to make up is refused, and no other was accepted.'],
    remedy: say`Rehearse on the state of a real prebuild (${'state'}), or with ${'apply'}.`,
  }),
  'does-not-settle': (names, { rounds }) => ({
    detail:
      rounds === undefined
        ? say`the provider keeps planning changes for ${namesOf(names)}, whatever the state says.`
        : say`${namesOf(names)} still changed after ${rounds} rounds; what depends on so much else needs more of them.`,
    remedy: say`Rehearse on the state of a real prebuild (${'state'}), or with ${'apply'}.`,
  }),
  'schema-missing': (names) => ({
    detail: say`the provider describes no ${namesOf(names)}.`,
    remedy: ['Use a version of the provider that has it.'],
  }),
  'configuration-invalid': () => ({
    detail: ['the template is not valid.'],
    remedy: say`Mend what ${'terraform validate'} says.`,
  }),
  'live-state-unreadable': () => ({
    detail: ['the state of the prebuild could not be read.'],
    remedy: say`Give a state in Terraform's own format, as ${'terraform state pull'} or ${'coder state pull'} writes it.`,
  }),
  'claim-fails': () => ({
    detail: ['the claim cannot be planned whole, so what its plan does not list may be replaced all the same.'],
    remedy: ['Mend the error: the claim of a real prebuild would fail on it too.'],
  }),
  'not-destroyed': () => ({
    detail: ['not all of it could be destroyed.'],
    remedy: ['Remove what is left by hand; the names are those of the template.'],
  }),
  'terraform-failed': () => ({
    detail: ['Terraform reports an error.'],
    remedy: say`Mend it, or, where only a real state helps, rehearse on the state of a prebuild (${'state'}).`,
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
