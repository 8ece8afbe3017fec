import type { AuditChangeRecord } from '../../../api/contract';
import { valueText } from './audit';

const OMITTED: Record<string, string> = { secret: 'changed', too_long: 'changed, too long to keep' };

/** Each field that an update changed: what it was, and what it is since. */
export function ChangedFields({ changes }: { changes: readonly AuditChangeRecord[] }) {
  return (
    <ul aria-label="Changed fields" className="text-xs text-muted">
      {changes.map(({ field, old, new: now, omitted }) => (
        <li key={field} className="flex max-w-96 items-baseline gap-1.5">
          <code className="shrink-0">{field}</code>
          {omitted !== null ? (
            <span className="text-subtle">{OMITTED[omitted] ?? omitted}</span>
          ) : (
            <>
              <Value value={old} was />
              <span aria-hidden>→</span>
              <Value value={now} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Value({ value, was = false }: { value: unknown; was?: boolean }) {
  const text = valueText(value);
  const Tag = was ? 'del' : 'ins';
  return (
    <Tag title={text} className={was ? 'min-w-0 truncate' : 'min-w-0 truncate text-fg no-underline'}>
      {text}
    </Tag>
  );
}
