import { Skeleton } from './Skeleton';

const WIDTHS = ['w-1/3', 'w-1/2', 'w-2/5', 'w-1/4', 'w-1/2', 'w-1/3', 'w-2/5', 'w-1/2', 'w-1/4', 'w-1/3'];

/** Where the rows of a list will be. */
export function RowsSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="flex-1 overflow-hidden">
      {WIDTHS.map((width, index) => (
        // they are all alike
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className="flex h-8 items-center justify-between gap-6 border-b border-line px-4">
          <Skeleton className={width} />
          <Skeleton className="w-16" />
        </div>
      ))}
    </div>
  );
}
