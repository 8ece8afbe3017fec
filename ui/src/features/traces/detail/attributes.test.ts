import { describe, expect, it } from 'vitest';
import { groupAttributes, nestAttributes } from './attributes';

describe('groupAttributes', () => {
  it('groups by the first part and counts numbers as numbers', () => {
    expect(groupAttributes({ 'llm.m.10': 'c', 'llm.m.2': 'b', plain: 1, 'input.value': 'x' })).toEqual([
      { prefix: '', entries: [{ key: 'plain', value: 1 }] },
      { prefix: 'input', entries: [{ key: 'input.value', value: 'x' }] },
      { prefix: 'llm', entries: [{ key: 'llm.m.2', value: 'b' }, { key: 'llm.m.10', value: 'c' }] },
    ]);
  });

  it('searches keys and values', () => {
    const attributes = { 'a.key': 'one', 'b.other': ['Needle'] };
    expect(groupAttributes(attributes, 'KEY').map((group) => group.prefix)).toEqual(['a']);
    expect(groupAttributes(attributes, 'needle').map((group) => group.prefix)).toEqual(['b']);
    expect(groupAttributes(null)).toEqual([]);
  });
});

describe('nestAttributes', () => {
  it('makes objects and lists', () => {
    expect(nestAttributes({ 'llm.m.0.role': 'user', 'llm.m.1.role': 'tool', 'llm.n': 2 })).toEqual({ llm: { m: [{ role: 'user' }, { role: 'tool' }], n: 2 } });
  });

  it('a list with a gap stays an object', () => expect(nestAttributes({ 'm.1.a': 1 })).toEqual({ m: { 1: { a: 1 } } }));

  it('a key that is a prefix too keeps its value, whichever comes first', () => {
    expect(nestAttributes({ a: 1, 'a.b': 2 })).toEqual({ a: { '': 1, b: 2 } });
    expect(nestAttributes({ 'a.b': 2, a: 1 })).toEqual({ a: { '': 1, b: 2 } });
  });

  it('a key of the prototype is a key', () => {
    expect(Object.keys(nestAttributes({ '__proto__.x': 1, 'constructor.y': 2 }) as object)).toEqual(['__proto__', 'constructor']);
  });
});
