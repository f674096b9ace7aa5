import { execFileSync, spawnSync } from 'node:child_process';

/** What the sources make and the repository keeps. */
const GENERATED = ['dist', 'README.md', 'docs'];

execFileSync(process.execPath, ['scripts/docs.ts'], { stdio: 'inherit' });
const { status, error } = spawnSync('git', ['diff', '--exit-code', '--stat', '--', ...GENERATED], { stdio: 'inherit' });
if (error !== undefined) {
  console.log('git is not here, so it was not compared whether the generated files are fresh.');
} else if (status !== 0) {
  console.error(
    'Generated files differ from what is committed: run `npm run build` and `npm run docs`, and commit them.',
  );
  process.exitCode = 1;
}
