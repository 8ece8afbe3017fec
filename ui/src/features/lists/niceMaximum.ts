/** The next of 1, 2, 5 times a power of ten above all values: bars keep their scale while rows of a like size scroll by. */
export function niceMaximum(values: number[]): number {
  const largest = values.reduce((most, value) => Math.max(most, value), 1);
  const power = 10 ** Math.floor(Math.log10(largest));
  const nice = [1, 2, 5, 10].find((count) => count * power >= largest) ?? 10;
  return nice * power;
}
