/** A line of two texts laid over one another. */
export interface DiffLine {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Edits that are looked for; texts that differ more are simply one after the other. */
const MAX_EDITS = 800;
/** Lines of a text that are compared. */
export const MAX_LINES = 5000;

/** The fewest lines to take out and put in that make `before` into `after` (Myers). */
export function diffLines(before: string, after: string): DiffLine[] {
  const old = before.split('\n', MAX_LINES);
  const young = after.split('\n', MAX_LINES);
  let start = 0;
  while (start < old.length && start < young.length && old[start] === young[start]) start++;
  let end = 0;
  while (end < old.length - start && end < young.length - start && old[old.length - 1 - end] === young[young.length - 1 - end]) end++;
  const middle = edits(old.slice(start, old.length - end), young.slice(start, young.length - end));
  return [...same(old.slice(0, start)), ...middle, ...same(old.slice(old.length - end))];
}

function same(lines: readonly string[]): DiffLine[] {
  return lines.map((text) => ({ kind: 'same', text }));
}

function edits(old: readonly string[], young: readonly string[]): DiffLine[] {
  const trace = reach(old, young);
  if (!trace) return [...old.map((text): DiffLine => ({ kind: 'removed', text })), ...young.map((text): DiffLine => ({ kind: 'added', text }))];
  const lines: DiffLine[] = [];
  let x = old.length;
  let y = young.length;
  for (let step = trace.length - 1; step >= 0; step--) {
    const furthest = trace[step] ?? new Map<number, number>();
    const diagonal = x - y;
    const isDown = diagonal === -step || (diagonal !== step && (furthest.get(diagonal - 1) ?? -1) < (furthest.get(diagonal + 1) ?? -1));
    const previous = isDown ? diagonal + 1 : diagonal - 1;
    const previousX = furthest.get(previous) ?? 0;
    const previousY = previousX - previous;
    while (x > previousX && y > previousY && x > 0 && y > 0) {
      lines.push({ kind: 'same', text: old[x - 1] ?? '' });
      x--;
      y--;
    }
    if (step > 0) {
      lines.push(isDown ? { kind: 'added', text: young[y - 1] ?? '' } : { kind: 'removed', text: old[x - 1] ?? '' });
      x = previousX;
      y = previousY;
    }
  }
  return lines.toReversed();
}

/** How far each diagonal gets with each number of edits, before that edit is made; null when too many are needed. */
function reach(old: readonly string[], young: readonly string[]): Map<number, number>[] | null {
  const furthest = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let count = 0; count <= Math.min(MAX_EDITS, old.length + young.length); count++) {
    trace.push(new Map(furthest));
    for (let diagonal = -count; diagonal <= count; diagonal += 2) {
      const isDown = diagonal === -count || (diagonal !== count && (furthest.get(diagonal - 1) ?? -1) < (furthest.get(diagonal + 1) ?? -1));
      let x = isDown ? (furthest.get(diagonal + 1) ?? 0) : (furthest.get(diagonal - 1) ?? 0) + 1;
      while (x < old.length && x - diagonal < young.length && old[x] === young[x - diagonal]) x++;
      furthest.set(diagonal, x);
      if (x >= old.length && x - diagonal >= young.length) return trace;
    }
  }
  return null;
}
