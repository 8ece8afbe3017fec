import { Skeleton } from '../../../components/Skeleton';

const ROWS = ['w-2/5', 'w-1/2', 'w-1/3', 'w-2/5', 'w-1/4', 'w-1/2'];

/** Stands where a table will be. */
export function TableSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={`Loading ${label}`}>
      {ROWS.map((width, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- they never change
        <div key={index} className="flex h-8 items-center gap-6 border-b border-line px-4 last:border-0">
          <Skeleton className={width} />
          <Skeleton className="ml-auto w-16" />
        </div>
      ))}
    </div>
  );
}
