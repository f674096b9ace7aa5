/** Of these names the few that a slip of the pen may have meant, best first; the order of equals is kept. */
export function nearNames(wanted: string, names: readonly string[], limit = 3): readonly string[] {
  return names
    .map((name) => ({ name, distance: distanceOf(wanted.toLowerCase(), name.toLowerCase()) }))
    .toSorted((left, right) => left.distance - right.distance)
    .slice(0, limit)
    .map(({ name }) => name);
}

/** Edits between two names; what one of them begins with costs next to nothing, because names get cut. */
function distanceOf(left: string, right: string): number {
  if (left === right) return 0;
  if (left !== '' && right !== '' && (left.startsWith(right) || right.startsWith(left))) return 0.5;
  return editDistance([...left].slice(0, MOST), [...right].slice(0, MOST));
}

/** Levenshtein's: one row of the table at a time. */
function editDistance(left: readonly string[], right: readonly string[]): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  left.forEach((own, index) => {
    const next = [index + 1];
    right.forEach((other, column) => {
      const replaced = (row[column] ?? 0) + Number(own !== other);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    });
    row = next;
  });
  return row.at(-1) ?? 0;
}

const MOST = 64;
