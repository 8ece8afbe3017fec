import { cx } from '../../app/cx';

interface SparklineProps {
  /** What it shows and how it went, in words. */
  label: string;
  values: readonly (number | null)[];
  width?: number;
  height?: number;
  /** A colour as `var(--color-danger)`. */
  color?: string;
  className?: string;
}

/** A small line without axes, for rows of a list; from zero, so that rows can be compared by shape alone and not by height. */
export function Sparkline({ label, values, width = 96, height = 20, color = 'var(--color-accent)', className }: SparklineProps) {
  const largest = values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
  const stepX = values.length > 1 ? (width - 2) / (values.length - 1) : 0;
  const points = values.map((value, index) => `${(1 + index * stepX).toFixed(1)},${(height - 1.5 - ((value ?? 0) / (largest || 1)) * (height - 3)).toFixed(1)}`);
  return (
    <svg role="img" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`} className={cx('block shrink-0', className)}>
      {points.length > 1 && (
        <>
          <polygon points={`1,${height - 1} ${points.join(' ')} ${width - 1},${height - 1}`} fill={color} fillOpacity={0.14} />
          <polyline points={points.join(' ')} fill="none" stroke={color} strokeWidth={1.25} strokeLinejoin="round" />
        </>
      )}
    </svg>
  );
}
