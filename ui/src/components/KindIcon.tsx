import { cx } from '../app/cx';
import { kindLook } from './spanKind';

/** The icon of a span kind in its colour; its name is in the title. */
export function KindIcon({ kind, size = 14, className }: { kind: string | null | undefined; size?: number; className?: string }) {
  const { icon: Icon, name, text } = kindLook(kind);
  return (
    <span role="img" aria-label={name} title={name} className={cx('inline-flex shrink-0', text, className)}>
      <Icon size={size} aria-hidden />
    </span>
  );
}
