import { cx } from '../app/cx';
import { formatShare } from '../app/format';

interface MeterProps {
  /** What it measures. */
  label: string;
  /** 0 to `max`. */
  value: number;
  max?: number;
  tone?: 'accent' | 'warning' | 'danger';
  className?: string;
}

const TONES = { accent: 'bg-accent', warning: 'bg-warning', danger: 'bg-danger' };

/** How much of something is used. */
export function Meter({ label, value, max = 1, tone = 'accent', className }: MeterProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={formatShare(share)}
      className={cx('h-1 shrink-0 overflow-hidden rounded-full bg-line', className)}
    >
      <div className={cx('h-full rounded-full', TONES[tone])} style={{ width: `${share * 100}%` }} />
    </div>
  );
}
