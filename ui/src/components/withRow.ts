/** The rows to draw and one more, wherever it is: who has the focus, or is named by it, must not go when it is scrolled out of view. */
export function withRow(range: number[], row: number): number[] {
  if (row < 0 || range.includes(row)) return range;
  return row < (range[0] ?? 0) ? [row, ...range] : [...range, row];
}
