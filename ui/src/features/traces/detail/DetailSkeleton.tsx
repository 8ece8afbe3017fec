import { Skeleton } from '../../../components/Skeleton';

/** Where the detail of the first span will be. */
export function DetailSkeleton() {
  return (
    <div className="flex flex-col gap-4 p-4" role="status" aria-label="Loading the span">
      <Skeleton className="h-5 w-56" />
      <Skeleton className="w-80" />
      <Skeleton className="mt-4 w-full max-w-xl" />
      <Skeleton className="w-full max-w-lg" />
      <Skeleton className="w-full max-w-md" />
    </div>
  );
}
