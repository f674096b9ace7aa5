import { readFileSync } from 'node:fs';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, LockedPackage> };

/** `npm install` leaves out, without a word, what a registry does not have for other platforms; `npm ci` then fails there. */
function problems(): readonly string[] {
  return Object.entries(lock.packages).flatMap(
    ([path, { version, resolved, integrity, link, optionalDependencies }]) => [
      ...Object.keys(optionalDependencies ?? {})
        .filter(
          (name) => !(`node_modules/${name}` in lock.packages) && !(`${path}/node_modules/${name}` in lock.packages),
        )
        .map((name) => `${path} ${version}: ${name} is not in the lock.`),
      ...(resolved !== undefined && /^https?:/.test(resolved) ? [`${path}: \`resolved\` holds an address.`] : []),
      ...(path.includes('node_modules/') && link !== true && integrity === undefined ? [`${path}: no integrity.`] : []),
    ],
  );
}

const found = problems();
for (const problem of found) console.error(problem);
process.exitCode = found.length === 0 ? 0 : 1;
