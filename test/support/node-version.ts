/** nock needs Node 22.20 to see the requests of `@actions/github`; npm brings Node 24 for the scripts it runs. */
export function setup(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 20)) return;
  throw new Error(`The tests run on Node 24, not ${process.version}. Start them with \`npm test\` or \`npx vitest\`.`);
}
