import { cx } from '../app/cx';
import { formatUsd, formatUsdExact } from '../app/format';

/** US dollars, readable down to a millionth; its title has every digit. Null is unknown, which is not zero. */
export function Money({ usd, className }: { usd: number | string | null | undefined; className?: string }) {
  if (usd === null || usd === undefined || usd === '') return <span className={cx('text-subtle', className)}>—</span>;
  return (
    <span title={formatUsdExact(usd)} className={cx('tabular', className)}>
      {formatUsd(usd)}
    </span>
  );
}
