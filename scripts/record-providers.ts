/**
 * Rehearses the templates of `fixtures/providers` with real providers and keeps
 * the prebuild plan and the first claim plan of each. `npm run record:providers`,
 * with words of the names of templates to record only those.
 */
import { writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { prepareMirror } from './providers/mirror.ts';
import { rehearseWith } from './providers/rehearse.ts';
import { readProviderTemplates, replacementsIn, wordsOf } from './providers/templates.ts';

const words = process.argv.slice(2);
const tell = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const mirror = prepareMirror(tell);

for (const { name, directory, sources, expected } of readProviderTemplates()) {
  if (words.length > 0 && !words.some((word) => name.includes(word))) continue;
  const missing = sources.filter((source) => !mirror.versions.has(source));
  if (missing.length > 0) {
    tell(`${name}: not recorded, for want of ${missing.join(', ')}`);
    continue;
  }
  const { report, plans } = await rehearseWith(mirror, directory);
  const [prebuild, claim] = [plans.get('template-prebuild'), plans.get('preset-1-claim-1')];
  tell(`${name}: ${report.verdict.conclusion} ${JSON.stringify(wordsOf(report.findings))}`);
  for (const { id, state } of report.rules) {
    if (state.kind === 'not-checked') tell(`  ${id}: ${JSON.stringify(state.reasons)}`);
  }
  if (prebuild === undefined || claim === undefined) {
    tell(`  nothing to record`);
    continue;
  }
  const replaced = replacementsIn(claim);
  if (!isDeepStrictEqual(replaced, expected.replaces)) tell(`  replaces ${JSON.stringify(replaced)}`);
  writeFileSync(`${directory}/prebuild.plan.json`, withoutKeys(prebuild));
  writeFileSync(`${directory}/claim.plan.json`, withoutKeys(claim));
  const versions = Object.fromEntries(sources.map((source) => [source, mirror.versions.get(source)?.at(-1)]));
  writeFileSync(`${directory}/recorded.json`, `${JSON.stringify({ providers: versions }, null, 2)}\n`);
}

/** Made up or not, a private key in a repository alarms whoever scans it. */
function withoutKeys(plan: string): string {
  return plan.replaceAll(
    /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----.*?-----END (?:[A-Z]+ )*PRIVATE KEY-----/g,
    '(a private key)',
  );
}
