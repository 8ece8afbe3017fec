import { Skeleton } from '../../components/Skeleton';
import { DetailSkeleton } from './detail/DetailSkeleton';

const INDENTS = ['ml-0', 'ml-4', 'ml-8', 'ml-8', 'ml-4', 'ml-8'];

/** Where tree and detail will be. */
export function TraceSkeleton() {
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex-1 border-r border-line bg-surface p-3" role="status" aria-label="Loading the trace">
        {INDENTS.map((indent, row) => (
          // rows of nothing have no other name than their place
          // oxlint-disable-next-line react/no-array-index-key
          <div key={row} className="flex h-8 items-center gap-3">
            <Skeleton className={`${indent} w-32`} />
            <Skeleton className="ml-auto w-40" />
          </div>
        ))}
      </div>
      <div className="hidden flex-1 md:block">
        <DetailSkeleton />
      </div>
    </div>
  );
}
