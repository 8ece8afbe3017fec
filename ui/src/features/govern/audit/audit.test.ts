import { expect, it } from 'vitest';
import { changeText, shortPath, valueText } from './audit';

it('says in words what was changed', () => {
  expect(changeText({ method: 'PATCH', path: '/api/v1/keys/abc' })).toBe('Changed key');
  expect(changeText({ method: 'PUT', path: '/api/v1/workspaces/x/budgets/daily' })).toBe('Set budget');
  expect(changeText({ method: 'POST', path: '/api/weir/credits/refunds' })).toBe('Made refund');
  expect(changeText({ method: 'DELETE', path: '/v1/projects/x' })).toBe('DELETE /v1/projects/x');
});

it('writes values on one line', () => {
  expect(valueText(null)).toBe('none');
  expect(valueText('daily')).toBe('daily');
  expect(valueText(2.5)).toBe('2.5');
  expect(valueText(['a/b', 'c/d'])).toBe('["a/b","c/d"]');
});

it('cuts the hashes of keys', () => expect(shortPath(`/api/v1/keys/${'ab12'.repeat(16)}/x`)).toBe('/api/v1/keys/ab12ab12…/x'));
