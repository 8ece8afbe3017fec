import { Bot, type LucideIcon, MessageSquare, Settings2, User, Wrench } from 'lucide-react';
import { memo } from 'react';
import type { MessageRecord } from '../../../api/contract';
import { cx } from '../../../app/cx';
import { Badge } from '../../../components/Badge';
import { CopyButton } from '../../../components/CopyButton';
import { MessageParts } from './MessageParts';
import { ToolCall } from './ToolCall';

const ROLES: Record<string, { icon: LucideIcon; tone: string }> = {
  system: { icon: Settings2, tone: 'text-subtle' },
  developer: { icon: Settings2, tone: 'text-subtle' },
  user: { icon: User, tone: 'text-accent' },
  assistant: { icon: Bot, tone: 'text-kind-llm' },
  tool: { icon: Wrench, tone: 'text-kind-tool' },
  function: { icon: Wrench, tone: 'text-kind-tool' },
};
const OTHER_ROLE = { icon: MessageSquare, tone: 'text-muted' };

interface MessageProps {
  id: string;
  message: MessageRecord;
  isOutput: boolean;
  /** Name of the call that a tool's message answers, and the way to it. */
  answers: string | null;
  onShow: (toolCallId: string, what: 'call' | 'result') => void;
  hasResult: (toolCallId: string) => boolean;
}

/** One message of a conversation: who on the left, what on the right. */
export const Message = memo(function Message({ id, message, isOutput, answers, onShow, hasResult }: MessageProps) {
  const { icon: Icon, tone } = ROLES[message.role] ?? OTHER_ROLE;
  const role = message.role || 'message';
  const { tool_call_id: callId } = message;
  return (
    <article id={id} tabIndex={-1} aria-label={`${role} message`} className="group/message gap-x-4 py-3 outline-none focus:animate-arrive @2xl/detail:grid @2xl/detail:grid-cols-[6.5rem_minmax(0,1fr)]">
      <header className="mb-1 flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-0.5 self-start @2xl/detail:mb-0 @2xl/detail:min-h-6">
        <Icon size={14} className={cx('shrink-0', tone)} aria-hidden />
        <span className="text-xs font-semibold">{role}</span>
        {message.name && <span className="max-w-full truncate font-mono text-2xs text-muted" title={message.name}>{message.name}</span>}
        {callId && answers !== null && (
          <button type="button" onClick={() => onShow(callId, 'call')} className="max-w-full truncate font-mono text-2xs text-accent hover:underline" title={`Answers ${callId}`}>
            ↑ {answers || callId}
          </button>
        )}
        {message.finish_reason && message.finish_reason !== 'stop' && <Badge>{message.finish_reason}</Badge>}
        <CopyButton
          text={() => textOf(message)}
          label="Copy message"
          className="ml-auto opacity-0 group-focus-within/message:opacity-100 group-hover/message:opacity-100"
        />
      </header>
      <div className="min-w-0">
        <MessageParts parts={message.parts} label={`${role} message`} clamp={isOutput ? 'none' : isInstruction(message) ? 'short' : 'long'} />
        {message.tool_calls.length > 0 && (
          <div className={cx('flex flex-col gap-2', message.parts.length > 0 && 'mt-2')}>
            {message.tool_calls.map((call, index) => {
              const callOfTool = call.id;
              return (
                // a model may ask twice with one id, or without any
                // oxlint-disable-next-line react/no-array-index-key
                <ToolCall key={index} call={call} onShowResult={callOfTool && hasResult(callOfTool) ? () => onShow(callOfTool, 'result') : null} />
              );
            })}
          </div>
        )}
        {message.parts.length === 0 && message.tool_calls.length === 0 && <span className="text-xs text-subtle">empty</span>}
      </div>
    </article>
  );
});

function isInstruction({ role }: MessageRecord): boolean {
  return role === 'system' || role === 'developer';
}

function textOf(message: MessageRecord): string {
  const said = message.parts.map((part) => part.text?.text ?? part.url?.text ?? '');
  const called = message.tool_calls.map((call) => `${call.name}(${call.arguments?.text ?? ''})`);
  return [...said, ...called].join('\n\n');
}
