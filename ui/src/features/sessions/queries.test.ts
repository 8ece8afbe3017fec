import { expect, it } from 'vitest';
import { batchesOf, type SessionRow } from './queries';

const session = (id: string): SessionRow => ({ id, session_id: id, project_id: 'p', start_time: '', end_time: '', traces: [], token_count_prompt: 0, token_count_completion: 0, token_count_total: 0 });
const lengths = (ids: string[]) => batchesOf(ids.map(session)).map((batch) => batch.length);

it('asks for fifty sessions at once, and for fewer where their names are long', () => {
  expect(lengths([])).toEqual([]);
  expect(lengths(Array.from({ length: 120 }, (_, index) => `s${index}`))).toEqual([50, 50, 20]);
  expect(lengths(Array.from({ length: 4 }, (_, index) => `${index}`.repeat(1400)))).toEqual([2, 2]);
  expect(lengths(['x'.repeat(9000), 'y'])).toEqual([1, 1]);
});
