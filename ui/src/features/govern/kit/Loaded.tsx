import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from '../../../components/ErrorState';
import { TableSkeleton } from './TableSkeleton';

interface LoadedProps<T> {
  /** What is read, as in "The keys could not be loaded". */
  what: string;
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}

/** A part of a page in each of its states: loading, failed, there. */
export function Loaded<T>({ what, query, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) {
    return (
      <div className="p-4">
        <ErrorState inline title={`The ${what} could not be loaded`} error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  return <TableSkeleton label={what} />;
}
