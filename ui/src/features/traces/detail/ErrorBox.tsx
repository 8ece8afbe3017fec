import { CircleAlert } from 'lucide-react';
import type { SpanRecord } from '../../../api/contract';
import { Clamp } from './Clamp';
import { exceptionOf } from './spanTabs';

/** Why a span failed, before anything else is read. */
export function ErrorBox({ record, onShowEvents }: { record: SpanRecord; onShowEvents: () => void }) {
  if (record.status !== 'ERROR') return null;
  const exception = record.events.map(exceptionOf).find((each) => each !== null);
  const message = record.status_message || exception?.message || 'The span says that it failed, but not why.';
  const also = exception && exception.message !== '' && !message.includes(exception.message) ? exception.message : null;
  return (
    <div role="alert" className="mt-2 flex gap-2.5 rounded-md bg-danger-soft px-3 py-2 text-sm">
      <CircleAlert size={15} className="mt-0.5 shrink-0 text-danger" aria-hidden />
      <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        {exception?.type && <p className="font-mono text-xs font-medium text-danger">{exception.type}</p>}
        <Clamp text={message}>
          <p className="whitespace-pre-wrap">{message}</p>
        </Clamp>
        {also && <p className="mt-1 whitespace-pre-wrap text-muted">{also}</p>}
      </div>
      {exception?.stacktrace && (
        <button type="button" onClick={onShowEvents} className="shrink-0 self-start text-xs font-medium text-danger hover:underline">
          Stack trace
        </button>
      )}
    </div>
  );
}
