import { describe, expect, it } from 'vitest';
import { compare, shortText, sumsOf } from './comparison';
import type { RunRecord } from './types';

const run = (example_id: string, more: Partial<RunRecord> = {}): RunRecord => ({
  example_id,
  repetition_number: 1,
  input: { q: example_id },
  reference_output: { a: '2' },
  output: 'x',
  error: null,
  latency_ms: 100,
  trace_id: null,
  prompt_token_count: 3,
  completion_token_count: null,
  annotations: [],
  ...more,
});
const score = (name: string, value: number | null) => ({ name, annotator_kind: 'CODE', label: null, score: value, explanation: null, error: null });

describe('sumsOf', () => {
  it('adds up runs, and means of scores that there are', () => {
    const sums = sumsOf([run('1', { annotations: [score('exact', 1), score('tone', null)] }), run('2', { latency_ms: 300, error: 'no', annotations: [score('exact', 0)] })]);
    expect(sums).toEqual({ runs: 2, failed: 1, meanLatencyMs: 200, tokens: 6, scores: [{ name: 'exact', mean: 0.5, count: 2 }] });
    expect(sumsOf([]).meanLatencyMs).toBeNull();
  });
});

describe('compare', () => {
  it('has a row an example, also where an experiment left it out or repeated it', () => {
    const rows = compare([[run('1'), run('1', { repetition_number: 2 })], [run('2')]]);
    expect(rows.map(({ id, runs }) => [id, runs.map((each) => each.length)])).toEqual([['1', [2, 0]], ['2', [0, 1]]]);
  });
});

describe('shortText', () => {
  it.each([
    ['a', 'a'],
    [{ q: 'one' }, 'one'],
    [{ q: 1 }, '{"q":1}'],
    [{}, ''],
    [null, ''],
    [[1], '[1]'],
  ])('writes %j as %s', (value, text) => expect(shortText(value)).toBe(text));
});
