import { ArrowDown, Wrench } from 'lucide-react';
import type { ToolCallRecord } from '../../../api/contract';
import { ValueView } from '../../../components/value/ValueView';

interface ToolCallProps {
  call: ToolCallRecord;
  /** Goes to the message that answers it; null when there is none. */
  onShowResult: (() => void) | null;
}

/** A call that the model asked for, with its arguments. */
export function ToolCall({ call, onShowResult }: ToolCallProps) {
  return (
    <div className="min-w-0 rounded-md border border-line bg-surface">
      <div className="flex h-8 min-w-0 items-center gap-2 border-b border-line px-2.5">
        <Wrench size={13} className="shrink-0 text-kind-tool" aria-hidden />
        <span className="truncate font-mono text-xs font-medium">{call.name || '(no name)'}</span>
        {call.id && <span className="min-w-0 truncate font-mono text-2xs text-subtle">{call.id}</span>}
        {onShowResult && (
          <button type="button" onClick={onShowResult} className="ml-auto inline-flex shrink-0 items-center gap-1 text-xs text-accent hover:underline">
            result <ArrowDown size={12} aria-hidden />
          </button>
        )}
      </div>
      <div className="px-2 py-1.5">
        {call.arguments && call.arguments.text.trim() !== '' ? (
          <ValueView value={call.arguments} label={`Arguments of ${call.name}`} />
        ) : (
          <span className="font-mono text-xs text-subtle">no arguments</span>
        )}
      </div>
    </div>
  );
}
