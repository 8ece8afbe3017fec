import { cx } from '../app/cx';
import { formatCompact, formatCount } from '../app/format';

/** A number of tokens, in full or in short ("12.3k", title in full). Null is unknown. */
export function Tokens({ count, compact = false, className }: { count: number | null | undefined; compact?: boolean; className?: string }) {
  if (count === null || count === undefined) return <span className={cx('text-subtle', className)}>—</span>;
  return (
    <span title={compact ? formatCount(count) : undefined} className={cx('tabular', className)}>
      {compact ? formatCompact(count) : formatCount(count)}
    </span>
  );
}
