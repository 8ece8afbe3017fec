import { useQuery } from '@tanstack/react-query';
import { formatCount } from '../../app/format';
import { Money } from '../../components/Money';
import { Skeleton } from '../../components/Skeleton';
import { sumsOf } from '../metrics/metricsSeries';
import { type SessionRow, sessionSumsQuery } from './queries';

interface SessionSumsProps {
  session: SessionRow;
  project: string;
  what: 'cost' | 'calls' | 'errors';
}

/** A number of a session; asked for by rows in view alone. */
export function SessionSums({ session, project, what }: SessionSumsProps) {
  const { data, isPending } = useQuery(sessionSumsQuery(session, project));
  if (isPending) return <Skeleton className="ml-auto w-10" />;
  if (!data) return <span className="text-subtle">—</span>;
  const sums = sumsOf(data);
  if (what === 'cost') return <Money usd={sums.cost} />;
  if (what === 'calls') return <span className="tabular">{formatCount(sums.calls)}</span>;
  return <span className={sums.errors > 0 ? 'tabular text-danger' : 'tabular text-subtle'}>{formatCount(sums.errors)}</span>;
}
