import type { ComponentProps, ReactNode } from 'react';
import { cx } from '../app/cx';
import { Tooltip } from './Tooltip';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  /** What it does: its name for screen readers and its tooltip. */
  label: string;
  icon: ReactNode;
  size?: 'sm' | 'md' | 'lg';
  variant?: 'ghost' | 'secondary';
  keys?: string;
  tooltipSide?: 'top' | 'right' | 'bottom' | 'left';
}

const SIZES = { sm: 'size-6 rounded-sm', md: 'size-8 rounded-md', lg: 'size-10 rounded-md' };

/** A button that is an icon, with a tooltip that names it. */
export function IconButton({ label, icon, size = 'md', variant = 'ghost', keys, tooltipSide = 'top', className, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} keys={keys} side={tooltipSide}>
      <button
        type="button"
        aria-label={label}
        {...rest}
        className={cx(
          'inline-flex shrink-0 items-center justify-center text-muted transition-colors duration-100 hover:bg-hover hover:text-fg',
          'disabled:pointer-events-none disabled:opacity-50 aria-pressed:bg-selected aria-pressed:text-fg data-[state=open]:bg-hover',
          variant === 'secondary' && 'border border-line-strong bg-surface',
          SIZES[size],
          className,
        )}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
