import { expect, it } from 'vitest';
import { rowsBehind } from './rowsBehind';

const from = Date.UTC(2026, 10, 22, 10);
const behind = { from, to: from + 3_600_000, project: null, groupBy: null, group: undefined, onlyErrors: false } as const;

function filterOf(address: string): string | null {
  return new URL(address, 'http://weir').searchParams.get('filter');
}

it('leads to traces of the time, and to spans of a project', () => {
  expect(rowsBehind(behind)).toMatch(/^\/traces\?/);
  expect(filterOf(rowsBehind(behind))).toBe("start_time >= '2026-11-22T10:00:00Z' and start_time < '2026-11-22T11:00:00Z'");
  expect(rowsBehind({ ...behind, project: 'p' })).toMatch(/^\/spans\?project=p&/);
  expect(rowsBehind({ ...behind, groupBy: 'project', group: 'q' })).toMatch(/^\/spans\?project=q&/);
});

it('asks for the group and for failures', () => {
  expect(filterOf(rowsBehind({ ...behind, groupBy: 'model', group: "a'b", onlyErrors: true }))).toMatch(/ and llm\.model_name == 'a\\'b' and status_code == 'ERROR'$/);
  expect(filterOf(rowsBehind({ ...behind, groupBy: 'key', group: 'hash' }))).not.toContain('hash');
});
