import { expect, it } from 'vitest';
import { stateOf, windowText } from './keyStates';

const now = Date.parse('2026-11-23T00:00:00Z');
const key = { disabled: false, expires_at: null, limit_remaining: null };

it('says why a key is not let in, the operator first', () => {
  expect(stateOf(key, now)).toBe('on');
  expect(stateOf({ ...key, disabled: true, expires_at: '2026-01-01T00:00:00Z' }, now)).toBe('off');
  expect(stateOf({ ...key, expires_at: '2026-11-23T00:00:00Z' }, now)).toBe('expired');
  expect(stateOf({ ...key, limit_remaining: 0 }, now)).toBe('used up');
  expect(stateOf({ ...key, limit_remaining: 0.01 }, now)).toBe('on');
});

it('names windows', () => {
  expect(windowText(null)).toBe('in all');
  expect(windowText('weekly')).toBe('a week');
});
