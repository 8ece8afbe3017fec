import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { formatCompact, formatUsd } from '../app/format';
import { Button } from '../components/Button';
import { TimeChart } from '../components/charts/TimeChart';
import { Money } from '../components/Money';
import { PageHeader } from '../components/PageHeader';
import { Section } from '../components/Section';
import { Select } from '../components/Select';
import { activityQuery, activitySeries, type Measure, sumsByModel } from '../features/govern/activity/activity';
import { ModelSums } from '../features/govern/activity/ModelSums';
import { Choice } from '../features/govern/kit/Choice';
import { download, toCsv } from '../features/govern/kit/csv';
import { Fact, Facts } from '../features/govern/kit/Fact';
import { Loaded } from '../features/govern/kit/Loaded';
import { useNow } from '../features/govern/kit/useNow';
import { PageBody } from '../features/govern/kit/PageBody';
import { workspacesQuery } from '../features/govern/queries';

const MEASURES = [
  { value: 'spend', label: 'Spend' },
  { value: 'tokens', label: 'Tokens' },
  { value: 'requests', label: 'Requests' },
] as const;
const COLUMNS = ['date', 'model', 'model_permaslug', 'provider_name', 'usage', 'byok_usage_inference', 'requests', 'prompt_tokens', 'completion_tokens', 'reasoning_tokens'] as const;

/** Thirty days by day and model; /activity?measure=tokens&workspace=SLUG. */
export function ActivityPage() {
  const [params, setParams] = useSearchParams();
  const chosen = MEASURES.find(({ value }) => value === params.get('measure'));
  const measure: Measure = chosen?.value ?? 'spend';
  const workspace = params.get('workspace');
  const workspaces = useQuery(workspacesQuery);
  const activity = useQuery(activityQuery(workspace));
  const rows = activity.data;
  const now = useNow();
  const sums = useMemo(() => rows && sumsByModel(rows, measure), [rows, measure]);
  const chart = useMemo(() => rows && activitySeries(rows, measure, now), [rows, measure, now]);
  const total = (of: Measure) => sums?.reduce((sum, each) => sum + each[of], 0);
  const go = (next: { measure?: string; workspace?: string | null }) => {
    const query = { measure, workspace, ...next };
    setParams({ ...(query.measure === 'spend' ? {} : { measure: query.measure }), ...(query.workspace ? { workspace: query.workspace } : {}) });
  };
  const format = measure === 'spend' ? formatUsd : formatCompact;
  return (
    <>
      <PageHeader
        title="Activity"
        meta={<span className="hidden sm:inline">the last thirty completed days, in UTC</span>}
        actions={
          <>
            <Select
              aria-label="Workspace"
              className="max-w-48"
              value={workspace ?? ''}
              options={[{ value: '', label: 'All workspaces' }, ...(workspaces.data ?? []).map(({ slug, name }) => ({ value: slug, label: name }))]}
              onChange={(event) => go({ workspace: event.target.value === '' ? null : event.target.value })}
            />
            <Button icon={<Download size={14} aria-hidden />} disabled={!rows?.length} onClick={() => rows && download('weir-activity.csv', toCsv(COLUMNS, rows))}>
              CSV
            </Button>
          </>
        }
      />
      <PageBody>
        <Facts label="Sums">
          <Fact label="Spend">
            <Money usd={total('spend')} />
          </Fact>
          <Fact label="Tokens">{rows ? formatCompact(total('tokens') ?? 0) : '—'}</Fact>
          <Fact label="Requests">{rows ? formatCompact(total('requests') ?? 0) : '—'}</Fact>
          <Fact label="Models">{sums ? sums.length : '—'}</Fact>
        </Facts>
        <Section title="By day and model" aside={<Choice label="Measure" value={measure} options={MEASURES} onChange={(next) => go({ measure: next })} />}>
          <div className="p-4">
            <TimeChart
              label={`${chosen?.label ?? 'Spend'} by day and model`}
              data={chart}
              form="bars"
              format={format}
              height={260}
              error={activity.error}
              onRetry={() => void activity.refetch()}
              empty="No calls in these thirty days. Today is not among them yet."
            />
          </div>
        </Section>
        <Section title="By model">
          <Loaded what="activity" query={activity}>
            {() => (sums?.length ? <ModelSums sums={sums} /> : <p className="px-4 py-6 text-center text-muted">Nothing yet.</p>)}
          </Loaded>
        </Section>
      </PageBody>
    </>
  );
}
