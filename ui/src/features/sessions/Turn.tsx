import { useQuery } from '@tanstack/react-query';
import { Bot, CircleAlert, type LucideIcon, User } from 'lucide-react';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { SpanContent, TraceSummary } from '../../api/contract';
import { cx } from '../../app/cx';
import { Duration } from '../../components/Duration';
import { Money } from '../../components/Money';
import { RelativeTime } from '../../components/RelativeTime';
import { StatusDot } from '../../components/StatusDot';
import { Clamp } from '../traces/detail/Clamp';
import { MessageParts } from '../traces/detail/MessageParts';
import { ToolCall } from '../traces/detail/ToolCall';
import { spanQuery, traceQuery } from '../traces/queries';
import { ValueScopeContext } from '../../components/value/viewMode';
import { ValueView } from '../../components/value/ValueView';

/** Turns this near to the window are fetched in full. */
const NEAR = '400px';

/** One trace of a session: what was asked, what was answered, and the way to how. */
export function Turn({ trace, number }: { trace: TraceSummary; number: number }) {
  const [isNear, setNear] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const place = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), { rootMargin: NEAR });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const { data: record } = useQuery({ ...traceQuery(trace.trace_id), enabled: isNear });
  const spanId = record?.spans[0]?.span_id ?? '';
  const { data: span, isFetching } = useQuery({ ...spanQuery(trace.trace_id, spanId, isWhole), enabled: spanId !== '' });
  const scope = useMemo(() => ({ mode: 'markdown' as const, showAll: () => setWhole(true), isLoadingAll: isWhole && isFetching }), [isWhole, isFetching]);
  return (
    <ValueScopeContext value={scope}>
      <li ref={place} aria-label={`Turn ${number}`} className="@container/detail py-4">
        <header className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
          <StatusDot status={trace.status} />
          <Link to={`/traces/${trace.trace_id}`} className="font-medium text-fg hover:underline">
            {number}. {trace.name || '(no name)'}
          </Link>
          {trace.model && <span className="truncate">{trace.model}</span>}
          <Duration us={trace.duration_us} />
          {trace.cost !== null && <Money usd={trace.cost} />}
          <RelativeTime value={trace.start_time} className="ml-auto" />
        </header>
        <Side icon={User} name="user" tone="text-accent">
          {span ? <Asked content={span.content} /> : <p className="text-sm">{trace.input ?? '—'}</p>}
        </Side>
        <Side icon={Bot} name="answer" tone="text-kind-llm">
          {span ? <Answered content={span.content} /> : trace.output !== null && <p className="text-sm">{trace.output}</p>}
          {trace.status === 'ERROR' && (
            <p className="mt-1 flex items-start gap-2 text-sm text-danger">
              <CircleAlert size={14} className="mt-1 shrink-0" aria-hidden />
              <span className="min-w-0 break-words">{trace.status_message || 'It failed without saying why.'}</span>
            </p>
          )}
        </Side>
      </li>
    </ValueScopeContext>
  );
}

function Side({ icon: Icon, name, tone, children }: { icon: LucideIcon; name: string; tone: string; children: ReactNode }) {
  return (
    <section aria-label={name} className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2 rounded-md px-2 py-2 even:bg-sunken">
      <Icon size={15} className={cx('mt-1', tone)} aria-hidden />
      <div className="min-w-0">{children}</div>
    </section>
  );
}

/** The last thing the user said: what came before is in the turns above. */
function Asked({ content: { input_messages: messages, input } }: { content: SpanContent }) {
  const last = messages.findLast(({ role }) => role === 'user') ?? messages.at(-1);
  if (last) return <MessageParts parts={last.parts} label="question" clamp="long" />;
  if (input) return <Clamp text={input.text}><ValueView value={input} label="question" /></Clamp>;
  return <p className="text-sm text-subtle">nothing</p>;
}

function Answered({ content: { output_messages: messages, output } }: { content: SpanContent }) {
  if (messages.length > 0) {
    return messages.map((message, index) => (
      // choices have no other name than their place
      // oxlint-disable-next-line react/no-array-index-key
      <div key={index} className="flex flex-col gap-2">
        <MessageParts parts={message.parts} label="answer" clamp="none" />
        {message.tool_calls.map((call, place) => (
          // a model may ask twice with one id
          // oxlint-disable-next-line react/no-array-index-key
          <ToolCall key={place} call={call} onShowResult={null} />
        ))}
      </div>
    ));
  }
  return output ? <ValueView value={output} label="answer" /> : null;
}
