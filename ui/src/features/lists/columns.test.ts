import { expect, it } from 'vitest';
import { type Column, parseChoice, shownColumns, templateOf } from './columns';

const column = (id: string, more: Partial<Column<unknown>> = {}): Column<unknown> => ({ id, label: id, track: '1fr', cell: () => null, ...more });
const columns = [column('name', { isFixed: true, track: '10rem' }), column('cost', { from: 500 }), column('user')];
const ids = (shown: readonly Column<unknown>[]) => shown.map(({ id }) => id);

it('shows what there is room for until columns are chosen', () => {
  expect(ids(shownColumns(columns, null, 400))).toEqual(['name']);
  expect(ids(shownColumns(columns, null, 600))).toEqual(['name', 'cost']);
  expect(ids(shownColumns(columns, new Set(['user']), 400))).toEqual(['name', 'user']);
  expect(templateOf(shownColumns(columns, null, 600))).toBe('10rem 1fr');
});

it('forgets choices that mean nothing any more', () => {
  expect(parseChoice('', columns)).toBeNull();
  expect(parseChoice('gone', columns)).toBeNull();
  expect(parseChoice('cost,gone', columns)).toEqual(new Set(['cost']));
});
