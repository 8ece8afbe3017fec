import { expect, it } from 'vitest';
import { parseViews } from './savedViews';

it('reads what was kept, and passes over anything else', () => {
  expect(parseViews(null)).toEqual([]);
  expect(parseViews('no json')).toEqual([]);
  expect(parseViews('{"name":"x"}')).toEqual([]);
  expect(parseViews('[{"name":"Failed","search":"?status=error"},{"name":1,"search":""},{"name":"bad","search":"//evil"},null]')).toEqual([{ name: 'Failed', search: '?status=error' }]);
});
