import { cx } from '../../app/cx';

const HEIGHTS = ['h-1/3', 'h-1/2', 'h-2/5', 'h-3/5', 'h-3/4', 'h-1/2', 'h-2/3', 'h-4/5', 'h-3/5', 'h-2/5', 'h-1/2', 'h-1/3'];

/** Where a chart will be. */
export function ChartSkeleton({ height, label }: { height: number; label: string }) {
  return (
    <div role="status" aria-label={`Loading ${label}`} className="flex animate-breathe items-end gap-2 border-b border-line" style={{ height }}>
      {HEIGHTS.map((share, index) => (
        // they are all alike
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index} className={cx('flex-1 rounded-t-sm bg-line', share)} />
      ))}
    </div>
  );
}
