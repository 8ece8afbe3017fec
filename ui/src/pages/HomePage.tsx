import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { statusQuery } from '../api/status';
import { ErrorState } from '../components/ErrorState';

/** The first page: the traces, or how to get the first one. */
export function HomePage() {
  const status = useQuery(statusQuery);
  if (status.data) return <Navigate to={status.data.has_spans ? '/traces' : '/start'} replace />;
  if (status.isError) return <ErrorState title="The server's status could not be read" error={status.error} onRetry={() => void status.refetch()} />;
  return null;
}
