import { describe, expect, it } from 'vitest';
import type { TraceSummary } from '../../../api/contract';
import { belongs, mergeTraces, placeOf, type TracePages, tracesOf } from './liveTraces';

function trace(trace_id: string, second: number, more: Partial<TraceSummary> = {}): TraceSummary {
  const time = `2026-11-22T10:00:${String(second).padStart(2, '0')}.000000Z`;
  return {
    trace_id, project: 'p', name: 'n', kind: 'LLM', status: 'OK', status_message: '', start_time: time, received_at: time, duration_us: 1, span_count: 1, error_count: 0, model: null,
    model_count: 0, provider: null, prompt_tokens: null, completion_tokens: null, total_tokens: null, cost: null, session_id: null, user_id: null, input: null, output: null, is_partial: false, ...more,
  };
}

function pages(...data: TraceSummary[][]): TracePages {
  return { pages: data.map((each, index) => ({ data: each, next_cursor: index === data.length - 1 ? 'more' : `c${index}`, scanned: null })), pageParams: data.map(() => null) };
}

const ids = (list: TracePages): string[] => tracesOf(list).map(({ trace_id }) => trace_id);
const list = pages([trace('c', 30), trace('b', 20)], [trace('a', 10)]);

describe('mergeTraces', () => {
  it('puts new traces on top, in the order of receipt', () => expect(ids(mergeTraces(list, [trace('d', 40), trace('e', 50)]))).toEqual(['e', 'd', 'c', 'b', 'a']));

  it('puts a late one where it belongs', () => {
    expect(ids(mergeTraces(list, [trace('x', 25)]))).toEqual(['c', 'x', 'b', 'a']);
    expect(ids(mergeTraces(list, [trace('y', 15)]))).toEqual(['c', 'b', 'y', 'a']);
  });

  it('replaces a row in its place', () => {
    const merged = mergeTraces(list, [trace('b', 20, { span_count: 7 })]);
    expect(ids(merged)).toEqual(['c', 'b', 'a']);
    expect(tracesOf(merged)[1]?.span_count).toBe(7);
    expect(merged.pages[1]).toBe(list.pages[1]);
  });

  it('leaves out what further pages will bring', () => expect(mergeTraces(list, [trace('old', 5)])).toBe(list));

  it('fills an empty list', () => expect(ids(mergeTraces(pages([]), [trace('first', 1)]))).toEqual(['first']));
});

describe('placeOf', () => {
  it('at the end of the list everything is new', () => {
    const whole: TracePages = { pages: [{ data: [trace('a', 10)], next_cursor: null, scanned: null }], pageParams: [null] };
    expect(placeOf(trace('old', 5), whole)).toBe('new');
    expect(placeOf(trace('old', 5), list)).toBe('further');
    expect(placeOf(trace('a', 10), list)).toBe('same');
    expect(placeOf(trace('a', 10, { span_count: 2 }), list)).toBe('changed');
  });
});

describe('belongs', () => {
  it('goes by project and outcome', () => {
    expect(belongs(trace('a', 1), { project: 'p', onlyErrors: false, text: '' })).toBe(true);
    expect(belongs(trace('a', 1), { project: 'q', onlyErrors: false, text: '' })).toBe(false);
    expect(belongs(trace('a', 1, { error_count: 1 }), { project: null, onlyErrors: true, text: '' })).toBe(false);
    expect(belongs(trace('a', 1, { status: 'ERROR' }), { project: null, onlyErrors: true, text: '' })).toBe(true);
  });
});

it('a trace that two pages have is one row', () => expect(ids(pages([trace('a', 2)], [trace('a', 2), trace('b', 1)]))).toEqual(['a', 'b']));
