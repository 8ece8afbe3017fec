import { describe, expect, it } from 'vitest';
import type { Json } from '../../api/contract';
import { jsonRows, MAX_JSON_ROWS, parseStructure, searchJson } from './jsonRows';

const value: Json = { model: 'm', messages: [{ role: 'user', content: 'Hello World' }, {}], 'odd key': { 'a.b': null } };
const always = (): boolean => true;
const paths = (rows: { path: string }[]): string[] => rows.map((row) => row.path);

describe('jsonRows', () => {
  it('opens what it is told to', () => {
    expect(paths(jsonRows(value, { isOpen: ({ depth }) => depth < 1 }))).toEqual(['', 'model', 'messages', '["odd key"]']);
    expect(paths(jsonRows(value, { isOpen: always }))).toEqual([
      '', 'model', 'messages', 'messages[0]', 'messages[0].role', 'messages[0].content', 'messages[1]', '["odd key"]', '["odd key"]["a.b"]',
    ]);
  });

  it('an empty object is never open', () => {
    expect(jsonRows(value, { isOpen: always }).find((row) => row.path === 'messages[1]')).toMatchObject({ size: 0, open: false });
  });

  it('a plain value is one row', () => expect(jsonRows('x', { isOpen: always })).toEqual([{ path: '', name: null, value: 'x', depth: 0, size: 0, open: false }]));

  it('stops before the memory is full', () => {
    const many = Array.from({ length: MAX_JSON_ROWS * 2 }, () => 1);
    expect(jsonRows(many, { isOpen: always })).toHaveLength(MAX_JSON_ROWS);
  });

  it('takes JSON that is deeper than the stack', () => {
    let deep: Json = 'end';
    for (let depth = 0; depth < 50_000; depth++) deep = [deep];
    expect(jsonRows(deep, { isOpen: ({ depth }) => depth < 20_000 })).toHaveLength(20_001);
    expect(searchJson(deep, 'nothing')?.count).toBe(0);
  });
});

describe('searchJson', () => {
  it('finds keys and values and keeps the way to them', () => {
    const found = searchJson(value, 'WORLD');
    expect([...(found?.kept ?? [])].toSorted()).toEqual(['', 'messages', 'messages[0]', 'messages[0].content']);
    expect(paths(jsonRows(value, { isOpen: always, kept: found?.kept }))).toEqual(['', 'messages', 'messages[0]', 'messages[0].content']);
    expect(searchJson(value, 'odd')?.count).toBe(1);
    expect(searchJson(value, ' ')).toBeNull();
  });

  it('says when it stopped early', () => {
    expect(searchJson(Array.from({ length: 5000 }, () => 'same'), 'same')).toMatchObject({ count: 1000, isPartial: true });
  });
});

describe('parseStructure', () => {
  it.each([
    [' {"a":1}', { a: 1 }],
    ['[1]', [1]],
    ['1', undefined],
    ['{"cut": "he', undefined],
    ['plain', undefined],
  ])('%s', (text, expected) => expect(parseStructure(text)).toEqual(expected));
});
