import { scaleLinear } from 'd3-scale';
import { describe, expect, it } from 'vitest';
import { formatCompact, formatUsd } from '../../app/format';
import { valueTicks, withRoom } from './axisTicks';

const drawn = (...values: (number | null)[]) => [{ id: 'a', label: 'a', values, stroke: '', dash: undefined, lower: [], upper: values }];
const upTo = (largest: number) => scaleLinear([0, largest], [100, 0]).nice(4);
const texts = (largest: number, values: (number | null)[], format: (value: number) => string) => valueTicks(upTo(largest), drawn(...values), format).map(({ text }) => text);

const tick = (left: number, text: string, isMain = false) => ({ left, text, isMain });

describe('valueTicks', () => {
  it('counts in whole numbers, each once', () => {
    expect(texts(1, [0, 1, null], formatCompact)).toEqual(['0', '1']);
    expect(texts(2, [2, 0], formatCompact)).toEqual(['0', '1', '2']);
    expect(texts(1, [0, 0], formatCompact)).toEqual(['0', '1']);
  });
  it('leaves fractions where there are some', () => expect(texts(0.4, [0.4], formatUsd)).toEqual(['$0', '$0.10', '$0.20', '$0.30', '$0.40']));
  it('leaves out zeros of round numbers', () => expect(texts(20, [19.5], formatUsd)).toEqual(['$0', '$5', '$10', '$15', '$20']));
  it('says no text twice', () => expect(texts(0.4, [0.4], (value) => value.toFixed(0))).toEqual(['0']));
});

describe('withRoom', () => {
  it('leaves out what touches the one before', () => expect(withRoom([tick(40, '29 Oct'), tick(60, '30 Oct'), tick(110, '1 Dec')], 400).map(({ text }) => text)).toEqual(['29 Oct', '1 Dec']));
  it('keeps the begin of a month', () => expect(withRoom([tick(40, '29 Oct'), tick(120, '31 Oct'), tick(150, '1 Nov', true), tick(230, '3 Nov')], 400).map(({ text }) => text)).toEqual(['29 Oct', '1 Nov', '3 Nov']));
  it('leaves out what an edge would cut', () => expect(withRoom([tick(0, '29 Oct'), tick(100, '30 Oct'), tick(399, '31 Oct')], 400).map(({ text }) => text)).toEqual(['30 Oct']));
});
