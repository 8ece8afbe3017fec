import { Skeleton } from '../../components/Skeleton';

const WIDTHS = ['w-24', 'w-36', 'w-28', 'w-32', 'w-20'];

/** Rows where traces will be. */
export function TraceListSkeleton() {
  return (
    <div role="status" aria-label="Loading the traces">
      {Array.from({ length: 24 }, (_, row) => (
        <div key={row} className="flex h-14 items-center gap-4 border-b border-line px-4 md:h-8">
          <Skeleton className="size-2 rounded-full!" />
          <Skeleton className="w-10" />
          <Skeleton className={WIDTHS[row % WIDTHS.length] ?? 'w-24'} />
          <Skeleton className="ml-4 hidden max-w-xl flex-1 md:block" />
          <Skeleton className="ml-auto w-14" />
        </div>
      ))}
    </div>
  );
}
