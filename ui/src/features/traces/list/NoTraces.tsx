import { ListTree } from 'lucide-react';
import { Link } from 'react-router';
import { Button, buttonClass } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import type { TraceFilter } from '../queries';

/** An empty list: because of what is asked for, or because nothing was ever traced. */
export function NoTraces({ filter, onClearFilter }: { filter: TraceFilter; onClearFilter: () => void }) {
  const icon = <ListTree size={24} aria-hidden />;
  if (filter.onlyErrors || filter.project !== null || filter.text !== '') {
    const what = filter.onlyErrors ? 'No failed traces' : 'No traces';
    return (
      <EmptyState icon={icon} title={`${what}${filter.project === null ? '' : ` in ${filter.project}`}${filter.text === '' ? '' : ' with such a span'}`} action={<Button onClick={onClearFilter}>Show all traces</Button>}>
        New ones appear here by themselves.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={icon} title="No traces yet" action={<Link to="/start" className={buttonClass('primary')}>Connect an application</Link>}>
      Every call through the gateway is traced, and any OpenTelemetry program can send its spans here.
    </EmptyState>
  );
}
