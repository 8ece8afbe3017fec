import { CircleAlert, Circle } from 'lucide-react';
import type { SpanEventRecord } from '../../../api/contract';
import { formatDateTime, formatDuration } from '../../../app/format';
import { JsonView } from '../../../components/value/JsonView';
import { ExceptionView } from './ExceptionView';
import { exceptionOf } from './spanTabs';

/** What happened during the span, in the order of time. */
export function EventsTab({ events }: { events: SpanEventRecord[] }) {
  return (
    <ol className="divide-y divide-line">
      {events.map((event, index) => {
        const exception = exceptionOf(event);
        return (
          // events may share name and time
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className="py-3">
            <div className="mb-1.5 flex items-center gap-2 text-sm">
              {exception ? <CircleAlert size={14} className="text-danger" aria-hidden /> : <Circle size={10} className="mx-0.5 text-subtle" aria-hidden />}
              <span className="min-w-0 truncate font-medium">{event.name}</span>
              <time dateTime={event.time} title={formatDateTime(event.time)} className="tabular ml-auto shrink-0 text-xs text-muted">
                {event.offset_us < 0 ? `${formatDuration(-event.offset_us)} before` : `+${formatDuration(event.offset_us)}`}
              </time>
            </div>
            {exception ? <ExceptionView exception={exception} /> : hasAny(event) && <JsonView value={event.attributes} label={`Attributes of ${event.name}`} className="pl-6" />}
          </li>
        );
      })}
    </ol>
  );
}

function hasAny({ attributes }: SpanEventRecord): boolean {
  return attributes !== null && typeof attributes === 'object' && Object.keys(attributes).length > 0;
}
