import type { ReactNode } from 'react';
import { cx } from '../app/cx';

export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger' | 'info';

const TONES: Record<Tone, string> = {
  neutral: 'border border-line bg-sunken text-muted',
  accent: 'bg-accent-soft text-accent',
  success: 'bg-success-soft text-success',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
  info: 'bg-info-soft text-info',
};

interface BadgeProps {
  tone?: Tone;
  icon?: ReactNode;
  title?: string;
  className?: string;
  children: ReactNode;
}

/** A short word about the thing beside it. */
export function Badge({ tone = 'neutral', icon, title, className, children }: BadgeProps) {
  return (
    <span title={title} className={cx('inline-flex h-5 max-w-full items-center gap-1 rounded-sm px-1.5 text-2xs font-medium', TONES[tone], className)}>
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
