import { expect, it } from 'vitest';
import { type Annotation, newIdentifier, problemOf } from './queries';

const said = (name: string, identifier: string): Annotation => ({ id: 'x', name, annotator_kind: 'LLM', result: { label: 'good', score: null, explanation: null }, identifier, updated_at: '' });

it('a new annotation replaces nobody else’s', () => {
  expect(newIdentifier('quality', [], 1)).toBe('');
  expect(newIdentifier('quality', [said('quality', 'x')], 1)).toBe('');
  expect(newIdentifier('quality', [said('quality', '')], 1_000_000)).toMatch(/^console-/);
});

it('a draft has to say something', () => {
  const draft = { name: 'quality', label: '', score: '', explanation: '', identifier: null };
  expect(problemOf(draft)).toMatch(/label/);
  expect(problemOf({ ...draft, name: ' ', label: 'good' })).toMatch(/name/);
  expect(problemOf({ ...draft, score: 'much' })).toMatch(/number/);
  expect(problemOf({ ...draft, score: '0' })).toBeNull();
});
