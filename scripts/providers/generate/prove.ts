import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Mirror } from '../mirror.ts';
import { fatesIn, lostIn, withoutClaimant } from '../reality/changes.ts';
import { claimReally, type Reality } from '../reality/claim-really.ts';
import { rehearsedClaims, together } from '../reality/rehearsed-claims.ts';
import { type Rehearsed, rehearseWith } from '../rehearse.ts';
import { type Files, partOf, renderTemplate } from './render.ts';
import { ELSEWHERE } from './render-resource.ts';
import { type GeneratedTemplate, openToClaimants } from './template.ts';

/** What a claim really loses. */
export type Loss =
  /** Coder refuses the version, cannot build the prebuild, or the claim fails. */
  | { readonly kind: 'impossible'; readonly because: string }
  | { readonly kind: 'lost'; readonly addresses: readonly string[] };

export interface Proof {
  readonly really: Loss;
  /** Addresses that the rehearsal says are lost. */
  readonly rehearsed: readonly string[];
  readonly conclusion: string;
  /** Why it is inconclusive, or fails without a loss. */
  readonly because: string;
  readonly verdict: ProofVerdict;
}

/**
 * `wrong-green` passes although something is lost or nothing can be claimed;
 * `unseen` fails, and does not name all that is lost; `invented` names what
 * stays; `undecided` is inconclusive although reality was plain.
 */
export type ProofVerdict = 'equal' | 'wrong-green' | 'unseen' | 'invented' | 'undecided';

/** A template by itself, as far as it was proven apart. */
export interface ProvenPart {
  readonly template: GeneratedTemplate;
  readonly proof: Proof;
}

/** Claims the template really and rehearses it. */
export async function prove(mirror: Mirror, template: GeneratedTemplate): Promise<Proof> {
  const base = mkdtempSync(join(tmpdir(), 'prove-'));
  try {
    const files = renderTemplate(template);
    const directory = join(base, 'template');
    writeFiles(directory, files, join(base, 'elsewhere'));
    const text = [...files.values()].join('\n');
    const really = lossOf(await claimReally(mirror, directory, { formFills: openToClaimants(template) }), text);
    return judge(really, await rehearseWith(mirror, directory, { parallelism: 1, keepsPlans: false }), text);
  } finally {
    rmSync(base, { recursive: true });
  }
}

/**
 * The same for each part. What goes wrong with one may hide what becomes of the
 * others: then each is proven alone.
 */
export async function proveParts(mirror: Mirror, template: GeneratedTemplate): Promise<readonly ProvenPart[]> {
  const whole = await prove(mirror, template);
  const alone = template.parts.map((part): GeneratedTemplate => ({ ...template, parts: [part] }));
  const isPlain = whole.really.kind === 'lost' && whole.conclusion !== 'inconclusive';
  if (alone.length === 1) return [{ template, proof: whole }];
  if (whole.verdict === 'equal' && isPlain) return alone.map((each) => ({ template: each, proof: whole }));
  const proofs: ProvenPart[] = [];
  for (const [index, each] of alone.entries()) {
    const concerned = !isPlain || concerns(whole, index);
    proofs.push({
      template: each,
      proof: concerned ? await prove(mirror, each) : { ...whole, verdict: 'equal' as const },
    });
  }
  // What goes wrong together alone is the fault of the whole.
  return proofs.every(({ proof }) => proof.verdict === 'equal')
    ? [{ template, proof: whole }, ...proofs.slice(1)]
    : proofs;
}

/** Whether the two disagree about one of its addresses. */
function concerns({ really, rehearsed }: Proof, part: number): boolean {
  const lost = really.kind === 'lost' ? really.addresses : [];
  const differing = [...lost, ...rehearsed].filter((address) => lost.includes(address) !== rehearsed.includes(address));
  return differing.some((address) => partOf(address) === part || partOf(address) === -1);
}

/** `text` is all of the template. */
export function judge(really: Loss, result: Rehearsed, text: string): Proof {
  const { conclusion } = result.verdict;
  const rehearsed = lostIn(together([...rehearsedClaims(result, text).values()]));
  const verdict = verdictOf(really, rehearsed, conclusion);
  return { really, rehearsed, conclusion, because: reasonsOf(result), verdict };
}

function verdictOf(really: Loss, said: readonly string[], conclusion: string): ProofVerdict {
  if (really.kind === 'impossible') return conclusion === 'pass' ? 'wrong-green' : 'equal';
  const isUnseen = really.addresses.some((address) => !said.includes(address));
  if (isUnseen && conclusion === 'pass') return 'wrong-green';
  if (conclusion === 'inconclusive') return 'undecided';
  if (isUnseen) return 'unseen';
  return said.every((address) => really.addresses.includes(address)) ? 'equal' : 'invented';
}

export function lossOf(reality: Reality, text: string): Loss {
  if (reality.kind === 'refused') return { kind: 'impossible', because: firstLines(reality.problem) };
  const claims = reality.presets.flatMap((preset) => preset.claims);
  const problem = [...reality.presets, ...claims].find((each) => each.problem !== undefined)?.problem;
  if (problem !== undefined) return { kind: 'impossible', because: firstLines(problem) };
  const fates = claims.flatMap(({ plan }) => (plan === undefined ? [] : [withoutClaimant(fatesIn(plan), text)]));
  return { kind: 'lost', addresses: lostIn(together(fates)) };
}

/** `elsewhere` is where files go that outlive a build. */
export function writeFiles(directory: string, files: Files, elsewhere: string = ELSEWHERE): void {
  for (const [path, text] of files) {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text.replaceAll(ELSEWHERE, elsewhere));
  }
}

function reasonsOf({ report }: Rehearsed): string {
  const reasons = report.rules.flatMap(({ state }) => (state.kind === 'not-checked' ? state.reasons : []));
  const errors = report.findings.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId);
  return [...new Set([...reasons.map(({ code }) => code), ...errors])].join(', ');
}

function firstLines(problem: string): string {
  return problem.trim().split('\n').slice(0, 6).join(' ').replaceAll(/\s+/g, ' ');
}
