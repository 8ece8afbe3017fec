import { useMemo } from 'react';
import type { MetricsResponse } from '../../api/contract';
import { formatCount, formatShare, formatUsd } from '../../app/format';
import { RankBars, type RankItem } from '../../components/charts/RankBars';
import { Section } from '../../components/Section';
import { sumsOf } from './metricsSeries';
import type { GroupBy } from './queries';
import { GROUP_NAMES } from './groupLabels';
import { rowsBehind } from './rowsBehind';

interface GroupTableProps {
  answer: MetricsResponse | undefined;
  groupBy: GroupBy;
  labelOf: (group: string | null, isRest: boolean) => string;
}

/** The groups by what they cost, and by their calls. */
export function GroupTable({ answer, groupBy, labelOf }: GroupTableProps) {
  const rows = useMemo(() => {
    if (!answer) return undefined;
    const points = new Map<string, typeof answer.data>();
    for (const point of answer.data) {
      const key = JSON.stringify([point.is_rest, point.group]);
      points.set(key, [...(points.get(key) ?? []), point]);
    }
    return [...points].map(([key, own]) => ({ key, group: own[0]?.group ?? null, isRest: own[0]?.is_rest ?? false, sums: sumsOf(own) }));
  }, [answer]);
  const itemsBy = (value: (row: NonNullable<typeof rows>[number]) => number, aside: (row: NonNullable<typeof rows>[number]) => string): RankItem[] | undefined =>
    rows
      ?.toSorted((one, other) => Number(one.isRest) - Number(other.isRest) || value(other) - value(one))
      .map((row) => ({
        id: row.key,
        label: labelOf(row.group, row.isRest),
        value: value(row),
        aside: aside(row),
        ...(row.isRest ? { color: 'var(--color-series-rest)' } : {}),
        ...(answer && row.group !== null && groupBy !== 'key' && groupBy !== 'app'
          ? { to: rowsBehind({ from: Date.parse(answer.from), to: Date.parse(answer.to), project: null, groupBy, group: row.group, onlyErrors: false }) }
          : {}),
      }));
  const name = GROUP_NAMES[groupBy].toLowerCase();
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Section title={`Cost by ${name}`}>
        <div className="p-2">
          <RankBars label={`Cost by ${name}`} items={itemsBy(({ sums }) => sums.cost, ({ sums }) => (sums.calls === 0 ? '' : `${formatUsd(sums.cost / sums.calls)} a call`))} format={formatUsd} />
        </div>
      </Section>
      <Section title={`Calls by ${name}`}>
        <div className="p-2">
          <RankBars label={`Calls by ${name}`} items={itemsBy(({ sums }) => sums.calls, ({ sums }) => (sums.spans === 0 ? '' : `${formatShare(sums.errors / sums.spans)} failed`))} format={formatCount} />
        </div>
      </Section>
    </div>
  );
}
