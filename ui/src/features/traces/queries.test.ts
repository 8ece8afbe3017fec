import { describe, expect, it } from 'vitest';
import { readTrace } from './queries';

const answer = (name: string) => JSON.stringify({ data: { summary: { name }, spans: [] } });

describe('readTrace', () => {
  it('gives the record of the last time when the answer is the same', () => {
    const first = readTrace('a', answer('one'));
    expect(readTrace('a', answer('one'))).toBe(first);
  });

  it('reads an answer that has changed, and that of another trace', () => {
    const first = readTrace('a', answer('one'));
    const changed = readTrace('a', answer('two'));
    expect(changed.summary.name).toBe('two');
    expect(changed).not.toBe(first);
    expect(readTrace('b', answer('two'))).not.toBe(changed);
  });
});
