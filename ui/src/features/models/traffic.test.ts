import { describe, expect, it } from 'vitest';
import { noneWithoutAny, type TrafficRow, trafficSeries } from './traffic';

const row = (date__hour: string, provider: string | null, request_count: number): TrafficRow => ({ date__hour, provider, request_count, error_count: 0, duration_p50: request_count * 10 });
const traffic = (rows: TrafficRow[]) => ({ rows, start: Date.parse('2026-11-23T00:00:00Z'), end: Date.parse('2026-11-23T03:00:00Z'), step: 3_600_000 });

describe('trafficSeries', () => {
  it('has a value an hour for each provider', () => {
    const { times, series } = trafficSeries(traffic([row('2026-11-23T01:00:00Z', 'Acme', 3), row('2026-11-23T02:00:00Z', null, 1)]), (each) => each.request_count, true);
    expect(times.length).toBe(3);
    expect(series).toEqual([
      { id: 'Acme', label: 'Acme', values: [0, 3, 0] },
      { id: 'Nobody', label: 'Nobody', values: [0, 0, 1] },
    ]);
  });

  it('leaves what was not measured unknown, and what lies outside out', () => {
    const { series } = trafficSeries(traffic([row('2026-11-23T01:00:00Z', 'Acme', 3), row('2026-11-24T01:00:00Z', 'Acme', 9)]), (each) => each.duration_p50, false);
    expect(series[0]?.values).toEqual([null, 30, null]);
  });
});

const ofTwo = (values: (number | null)[]) => ({ times: [0, 1], step: 1, series: [{ id: 'a', label: 'a', values }] });

it('draws nothing where nothing was counted', () => {
  expect(noneWithoutAny(ofTwo([0, null])).series).toEqual([]);
  expect(noneWithoutAny(ofTwo([0, 1])).series).toHaveLength(1);
});
