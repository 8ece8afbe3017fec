import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/Button';
import { IconButton } from '../../components/IconButton';
import { TextArea } from '../../components/TextArea';
import { cx } from '../../app/cx';
import { AnswerStatsLine, AnswerView } from './AnswerView';
import { AttachmentMark } from './Composer';
import type { Step, ToolCall, Turn } from './types';

interface TurnViewProps {
  turn: Turn;
  models: readonly string[];
  isBusy: boolean;
  onRegenerate: (model: string) => void;
  onResults: (model: string, results: Record<string, string>) => void;
}

const COLUMNS = ['', 'md:grid-cols-1', 'md:grid-cols-2', 'md:grid-cols-2 xl:grid-cols-3', 'md:grid-cols-2 xl:grid-cols-4'];

/** What was asked, and below it the answers side by side. */
export function TurnView({ turn, models, isBusy, onRegenerate, onResults }: TurnViewProps) {
  // a model that was taken out later has still said what it said
  const columns = models.filter((model) => turn.answers[model] !== undefined);
  return (
    <article className="border-b border-line px-4 py-4 last:border-b-0">
      <div className="mx-auto mb-3 max-w-5xl">
        <p className="inline-block max-w-full rounded-lg bg-selected px-3 py-2 break-words whitespace-pre-wrap">{turn.text}</p>
        {turn.attachments.length > 0 && (
          <ul className="mt-2 flex flex-wrap gap-2">
            {turn.attachments.map((attachment, index) => (
              // two files may have one name
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index} className="flex h-8 items-center gap-1.5 rounded-md border border-line px-1.5 text-xs">
                <AttachmentMark attachment={attachment} />
                {attachment.name}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className={cx('grid gap-4', COLUMNS[columns.length], columns.length === 1 && 'mx-auto max-w-5xl')}>
        {columns.map((model) => (
          <section key={model} aria-label={`Answer of ${model}`} className="min-w-0 rounded-lg border border-line bg-surface">
            <header className="flex h-8 items-center justify-between gap-2 border-b border-line pr-1 pl-3">
              <code className="truncate text-muted">{model}</code>
              <IconButton size="sm" label={`Ask ${model} again`} disabled={isBusy} icon={<RotateCw size={13} aria-hidden />} onClick={() => onRegenerate(model)} />
            </header>
            {turn.answers[model]?.map((step, index, all) => (
              // steps are only ever added at the end
              // oxlint-disable-next-line react/no-array-index-key
              <StepView key={index} step={step} canAnswer={index === all.length - 1 && !isBusy} onResults={(results) => onResults(model, results)} />
            ))}
          </section>
        ))}
      </div>
    </article>
  );
}

function StepView({ step, canAnswer, onResults }: { step: Step; canAnswer: boolean; onResults: (results: Record<string, string>) => void }) {
  const { answer, results } = step;
  const [typed, setTyped] = useState<Record<string, string>>({});
  const asks = canAnswer && results === null && answer.state === 'done' && answer.toolCalls.length > 0;
  return (
    <div className="border-b border-line px-3 py-2.5 last:border-b-0">
      <AnswerView answer={answer} />
      {answer.toolCalls.map((call) => (
        <ToolCallView key={call.id || call.name} call={call} result={results?.[call.id]} typed={asks ? (typed[call.id] ?? '') : null} onType={(text) => setTyped({ ...typed, [call.id]: text })} />
      ))}
      {asks && (
        <Button size="sm" className="mt-2" onClick={() => onResults(Object.fromEntries(answer.toolCalls.map(({ id }) => [id, typed[id] ?? ''])))}>
          Send the results
        </Button>
      )}
      <AnswerStatsLine answer={answer} className="mt-2" />
    </div>
  );
}

interface ToolCallViewProps {
  call: ToolCall;
  result: string | undefined;
  /** Null: no result is asked for. */
  typed: string | null;
  onType: (text: string) => void;
}

export function ToolCallView({ call, result, typed, onType }: ToolCallViewProps) {
  return (
    <div className="mt-2 rounded-md border border-line bg-sunken p-2 text-xs">
      <p className="font-mono break-words">
        <span className="font-medium text-kind-tool">{call.name}</span>({call.arguments})
      </p>
      {result !== undefined && <p className="mt-1 border-t border-line pt-1 font-mono break-words whitespace-pre-wrap text-muted">{result === '' ? '(empty)' : result}</p>}
      {typed !== null && (
        <TextArea aria-label={`Result of ${call.name}`} mono rows={2} className="mt-1.5" placeholder="What it gives back" value={typed} onChange={(event) => onType(event.target.value)} />
      )}
    </div>
  );
}
