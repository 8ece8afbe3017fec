import type { ReactNode } from 'react';
import { cx } from '../../app/cx';
import { Duration } from '../../components/Duration';
import { KindIcon } from '../../components/KindIcon';
import { shortModel } from '../../components/modelName';

/** Name of a span or trace behind its kind. */
export function NameCell({ kind, name, isFailed, children }: { kind: string; name: string; isFailed: boolean; children?: ReactNode }) {
  return (
    <span className="flex min-w-0 items-center gap-2 text-sm">
      <KindIcon kind={kind} />
      <span className={cx('min-w-0 truncate font-medium', isFailed && 'text-danger')} title={name}>
        {name || '(no name)'}
      </span>
      {children}
    </span>
  );
}

/** A latency with its bar. */
export function LatencyCell({ us, scale, isFailed }: { us: number; scale: number; isFailed: boolean }) {
  const share = Math.min(100, (us / scale) * 100);
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span aria-hidden className="h-1 min-w-0 flex-1">
        <span className={cx('ml-auto block h-full rounded-full', isFailed ? 'bg-danger/70' : 'bg-accent/50')} style={{ width: `max(1px, ${share}%)` }} />
      </span>
      <Duration us={us} className="w-14 shrink-0 text-right" />
    </span>
  );
}

/** A model without its author, who is in the title. */
export function ModelCell({ model, count = 1 }: { model: string | null; count?: number }) {
  if (model === null) return <Nothing />;
  return (
    <span title={model}>
      {shortModel(model)}
      {count > 1 && <span className="text-subtle"> +{count - 1}</span>}
    </span>
  );
}

/** A text that may not be there. */
export function TextCell({ text, isMono = false }: { text: string | null; isMono?: boolean }) {
  return text === null || text === '' ? <Nothing /> : <span className={cx('text-muted', isMono && 'font-mono text-2xs')} title={text}>{text}</span>;
}

function Nothing() {
  return <span className="text-subtle">—</span>;
}
