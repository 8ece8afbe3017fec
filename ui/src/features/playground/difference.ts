import type { Answer } from '../chat/types';

/** How an answer compares with the original: "same text, 40 % cheaper, 1.5× slower". */
export function difference(original: Answer, answer: Answer): string {
  const words = [answer.text === original.text ? 'same text' : 'other text'];
  const [before, after] = [original.stats, answer.stats];
  if (before?.cost && after?.cost !== null && after?.cost !== undefined) words.push(cost(before.cost, after.cost));
  if (before && after && before.totalMs > 0 && after.totalMs > 0) words.push(speed(before.totalMs, after.totalMs));
  return words.filter((word) => word !== '').join(', ');
}

function cost(before: number, after: number): string {
  const change = after / before - 1;
  if (Math.abs(change) < 0.005) return 'same cost';
  return change < 0 ? `${Math.round(-change * 100)} % cheaper` : `${Math.round(change * 100)} % dearer`;
}

function speed(before: number, after: number): string {
  const ratio = after / before;
  if (ratio > 0.95 && ratio < 1.05) return 'as fast';
  return ratio < 1 ? `${(1 / ratio).toFixed(1)}× faster` : `${ratio.toFixed(1)}× slower`;
}
