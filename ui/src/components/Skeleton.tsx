import { cx } from '../app/cx';

/** Stands where content will be; give it the content's size. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx('block h-3 shrink-0 animate-breathe rounded-sm bg-line', className)} />;
}
