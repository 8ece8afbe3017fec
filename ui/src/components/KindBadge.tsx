import { kindLook } from './spanKind';

/** Icon and name of a span kind. */
export function KindBadge({ kind }: { kind: string | null | undefined }) {
  const { icon: Icon, name, text } = kindLook(kind);
  return (
    <span className="inline-flex h-5 items-center gap-1.5 rounded-sm border border-line bg-surface px-1.5 text-2xs font-medium text-fg">
      <Icon size={12} className={text} aria-hidden />
      {name}
    </span>
  );
}
