import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { formatCount } from '../../../app/format';
import { TimeChart } from '../../../components/charts/TimeChart';
import { Section } from '../../../components/Section';
import { lastDays, numberOf, seriesByDay, usageQuery } from '../usage';

const DAYS = 30;

/** Requests that guardrails refused, by day and key. */
export function Hits() {
  const { from, until } = lastDays(DAYS);
  const { data, error, refetch } = useQuery(
    usageQuery({
      metrics: ['request_count'],
      dimensions: ['api_key_id'],
      granularity: 'day',
      from,
      until,
      filters: [{ field: 'error_type', operator: 'eq', value: 'permission_denied' }],
    }),
  );
  const chart = useMemo(() => data && seriesByDay(data, 'request_count', 'api_key_id', from, until), [data, from, until]);
  const all = data?.reduce((sum, row) => sum + numberOf(row['request_count']), 0);
  return (
    <Section title="Refused requests" aside={all !== undefined && <span className="tabular text-muted">{formatCount(all)} in thirty days</span>}>
      <div className="p-3.5">
        <TimeChart
          label="Requests refused by day and key"
          data={chart}
          form="bars"
          format={formatCount}
          height={150}
          error={error}
          onRetry={() => void refetch()}
          empty="No request was refused in these thirty days."
        />
        <p className="mt-2 text-xs text-subtle">
          Counted is what ended with “permission denied”: blocked texts, and models or providers that a guardrail does not allow. Matches that are only flagged or redacted are told in the router metadata of their
          request.
        </p>
      </div>
    </Section>
  );
}
