import { describe, expect, it } from 'vitest';
import { EMPTY_ANSWER } from '../chat/types';
import { difference } from './difference';

const answer = (text: string, cost: number | null, totalMs: number) => ({ ...EMPTY_ANSWER, text, stats: { firstMs: null, totalMs, promptTokens: 1, completionTokens: 1, cost } });

describe('difference', () => {
  it('says what changed', () => {
    expect(difference(answer('a', 2, 100), answer('b', 1.2, 150))).toBe('other text, 40 % cheaper, 1.5× slower');
    expect(difference(answer('a', 1, 100), answer('a', 1, 101))).toBe('same text, same cost, as fast');
    expect(difference(answer('a', 1, 200), answer('a', 3, 100))).toBe('same text, 200 % dearer, 2.0× faster');
  });

  it('says nothing of a cost that is not known, or was nothing', () => {
    expect(difference(answer('a', null, 100), answer('a', 1, 100))).toBe('same text, as fast');
    expect(difference(answer('a', 0, 100), answer('a', 1, 100))).toBe('same text, as fast');
  });
});
