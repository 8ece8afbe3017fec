import { cx } from '../app/cx';
import { formatCount, formatDuration } from '../app/format';

/** A time that something took, from microseconds. Null is unknown. */
export function Duration({ us, className }: { us: number | null | undefined; className?: string }) {
  if (us === null || us === undefined) return <span className={cx('text-subtle', className)}>—</span>;
  return (
    <span title={`${formatCount(us)} µs`} className={cx('tabular whitespace-nowrap', className)}>
      {formatDuration(us)}
    </span>
  );
}
