import { describe, expect, it } from 'vitest';
import { barOf, timeScale } from './timeScale';

const labels = (lengthUs: number, width: number): string[] => timeScale(0, lengthUs, width).ticks.map((tick) => tick.label);

describe('timeScale', () => {
  it.each([
    [1_240_000, 210, ['0', '500 ms', '1 s']],
    [900, 130, ['0', '500 µs']],
    [2_000, 240, ['0', '500 µs', '1 ms', '1.5 ms']],
    [10_000_000, 600, ['0', '1 s', '2 s', '3 s', '4 s', '5 s', '6 s', '7 s', '8 s', '9 s']],
    [180_000_000, 200, ['0', '1 min', '2 min']],
    [7_200_000_000, 240, ['0', '30 min', '1 h', '1.5 h']],
  ])('%d µs on %d px', (length, width, expected) => expect(labels(length, width)).toEqual(expected));

  it('the last tick has no label where it would be cut', () => expect(labels(42_000_000, 168)).toEqual(['0', '20 s', '']));

  it('never has more ticks than fit, whatever the length', () => {
    for (let length = 1; length < 1e15; length = Math.ceil(length * 3.7)) {
      expect(labels(length, 420).length).toBeLessThanOrEqual(8);
    }
  });

  it('a trace without length and a pane without width still have an axis', () => {
    expect(timeScale(0, 0, 0).ticks).toEqual([{ at: 0, label: '0' }]);
  });
});

describe('barOf', () => {
  const scale = timeScale(0, 1000, 300);

  it('lies on the axis', () => {
    expect(barOf(scale, 250, 500)).toEqual({ left: 25, width: 50 });
    expect(barOf(scale, 1000, 0)).toEqual({ left: 100, width: 0 });
  });

  it('stays on the axis when a clock lies', () => {
    expect(barOf(scale, -500, 600)).toEqual({ left: 0, width: 10 });
    expect(barOf(scale, 900, 5000)).toEqual({ left: 90, width: 10 });
    expect(barOf(scale, 100, -50)).toEqual({ left: 10, width: 0 });
  });
});
