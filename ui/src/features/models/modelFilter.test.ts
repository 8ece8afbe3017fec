import { describe, expect, it } from 'vitest';
import type { ModelRecord } from '../../api/contract';
import { isFiltered, listQuery, matching } from './modelFilter';

const model = (id: string, name: string) => ({ id, name }) as ModelRecord;
const MODELS = [model('acme/small', 'Acme: Small'), model('acme/large:free', 'Acme: Large (free)'), model('other/small', 'Other: Small')];

describe('matching', () => {
  it('wants every word in the name or the slug, in any case', () => {
    expect(matching(MODELS, 'ACME  small').map(({ id }) => id)).toEqual(['acme/small']);
    expect(matching(MODELS, ':free').map(({ id }) => id)).toEqual(['acme/large:free']);
    expect(matching(MODELS, '  ')).toBe(MODELS);
    expect(matching(MODELS, 'nobody')).toEqual([]);
  });
});

describe('listQuery', () => {
  it('asks for every output unless one is chosen, and never for the text', () => {
    expect(listQuery(new URLSearchParams('q=acme'))).toBe('output_modalities=all');
    expect(listQuery(new URLSearchParams('output_modalities=image&input_modalities=text&input_modalities=image'))).toBe('input_modalities=text%2Cimage&output_modalities=image');
  });
});

describe('isFiltered', () => {
  it('is not, by an order', () => {
    expect(isFiltered(new URLSearchParams('sort=newest'))).toBe(false);
    expect(isFiltered(new URLSearchParams('q=a'))).toBe(true);
    expect(isFiltered(new URLSearchParams('context='))).toBe(false);
  });
});
