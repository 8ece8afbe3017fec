import { describe, expect, it } from 'vitest';
import { otherPrices, perMillion } from './prices';

describe('perMillion', () => {
  it.each([
    ['0.0000004', '$0.40'],
    ['0.0000001', '$0.10'],
    ['0.000015', '$15.00'],
    ['0.00000000005', '$0.00005'],
    ['0', 'Free'],
  ])('writes %s as %s', (price, text) => expect(perMillion(price)).toBe(text));

  it('tells no price from a free one', () => {
    expect(perMillion(null)).toBe('—');
    expect(perMillion('x')).toBe('—');
  });
});

describe('otherPrices', () => {
  it('has what is there and not free, with its unit', () => {
    expect(otherPrices({ prompt: '0.1', input_cache_read: '0.0000001', web_search: '0.01', request: '0', image: null })).toEqual([
      { name: 'Cache read', price: '$0.10', unit: 'M tokens' },
      { name: 'Web search', price: '$0.01', unit: 'search' },
    ]);
  });
});
