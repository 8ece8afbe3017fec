import { expect, it } from 'vitest';
import { loginPath, safeNext } from './next';

it.each([
  ['/traces?q=error#x', '/traces?q=error#x'],
  ['/', '/'],
  [null, '/'],
  ['', '/'],
  ['traces', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
])('next %j leads to %s', (next, path) => expect(safeNext(next)).toBe(path));

it('the way to the sign-in page keeps the whole address', () => {
  expect(loginPath('/traces?q=a b&x=1')).toBe('/login?next=%2Ftraces%3Fq%3Da%20b%26x%3D1');
  expect(loginPath('/')).toBe('/login');
});
