import { expect, it } from 'vitest';
import { sectionsOf } from './settings';

const setting = (key: string) => ({ key, value: 'none', is_set: false });

it('puts settings under their section', () => {
  expect(sectionsOf([setting('mode'), setting('traces.bodies'), setting('durability'), setting('traces.max_gb')]).map(([name, all]) => [name, all.length])).toEqual([
    ['server', 2],
    ['traces', 2],
  ]);
});
