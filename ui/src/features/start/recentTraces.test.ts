import { expect, it } from 'vitest';
import type { TraceSummary } from '../../api/contract';
import { withTrace } from './recentTraces';

const trace = (trace_id: string, name = 'call') => ({ trace_id, name }) as TraceSummary;

it('a new trace comes first and the oldest goes', () => {
  const five = ['a', 'b', 'c', 'd', 'e'].map((id) => trace(id));

  expect(withTrace(five, trace('f')).map((each) => each.trace_id)).toEqual(['f', 'a', 'b', 'c', 'd']);
});

it('a trace that grew stays where it is', () => {
  const grown = withTrace([trace('a'), trace('b')], trace('b', 'grown'));

  expect(grown.map((each) => each.trace_id)).toEqual(['a', 'b']);
  expect(grown[1]?.name).toBe('grown');
});
