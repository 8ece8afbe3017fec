import { FlaskConical, Play, RotateCcw, Square } from 'lucide-react';
import { useEffect, useId, useMemo, useState } from 'react';
import { useHotkeys } from '../../app/hotkeys';
import { Badge } from '../../components/Badge';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { TextArea } from '../../components/TextArea';
import { AnswerStatsLine, AnswerView } from '../chat/AnswerView';
import { ModelPicker } from '../chat/ModelPicker';
import { ToolCallView } from '../chat/TurnView';
import type { Answer } from '../chat/types';
import { loadMarkdown } from '../../components/value/MarkdownText';
import { difference } from './difference';
import { MessagesEditor } from './MessagesEditor';
import { type EditedRequest, toBody } from './request';
import { useRuns } from './useRuns';

interface PlaygroundProps {
  initial: EditedRequest;
  /** What came of it when it was made; null: it never was. */
  original: Answer | null;
  apiKey: string;
}

/** A request to be changed, and beside it what came of it each time. */
export function Playground({ initial, original, apiKey }: PlaygroundProps) {
  const id = useId();
  const [request, setRequest] = useState(initial);
  const { runs, isBusy, send, stop } = useRuns();
  useEffect(() => void loadMarkdown(), []);
  const read = useMemo(() => {
    try {
      return { body: toBody(request), problem: request.model.trim() === '' ? 'Name a model.' : null };
    } catch (error) {
      return { body: null, problem: (error as Error).message };
    }
  }, [request]);
  const run = () => {
    if (read.body !== null && read.problem === null) void send(apiKey, read.body);
  };
  useHotkeys([{ keys: 'mod+Enter', label: 'Run', group: 'Playground', run }], { inInputs: true });

  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto lg:flex-row lg:overflow-hidden">
      <section aria-label="Request" className="flex shrink-0 flex-col gap-4 border-b border-line p-4 lg:w-[28rem] lg:overflow-y-auto lg:border-r lg:border-b-0">
        <div className="flex items-center gap-2">
          <ModelPicker label="Model" placeholder="Model" value={request.model} onChange={(model) => setRequest({ ...request, model })} className="flex-1" />
          {isBusy ? (
            <Button icon={<Square size={12} aria-hidden />} onClick={stop}>
              Stop
            </Button>
          ) : (
            <Button variant="primary" icon={<Play size={13} aria-hidden />} onClick={run} disabled={read.problem !== null}>
              Run
            </Button>
          )}
        </div>
        <MessagesEditor messages={request.messages} onChange={(messages) => setRequest({ ...request, messages })} />
        <div>
          <label htmlFor={`${id}-others`} className="mb-1 block text-xs font-medium">
            Parameters, tools, routing
          </label>
          <TextArea
            id={`${id}-others`}
            mono
            spellCheck={false}
            rows={Math.min(16, Math.max(4, request.others.split('\n').length + 1))}
            placeholder='{"temperature": 0.2, "tools": […], "provider": {"sort": "price"}}'
            value={request.others}
            onChange={(event) => setRequest({ ...request, others: event.target.value })}
          />
        </div>
        {read.problem && (
          <p role="alert" className="text-sm text-danger">
            {read.problem}
          </p>
        )}
        <Button size="sm" variant="ghost" className="self-start" icon={<RotateCcw size={13} aria-hidden />} onClick={() => setRequest(initial)} disabled={request === initial}>
          As it was
        </Button>
      </section>
      <div className="grid min-w-0 flex-1 auto-cols-[minmax(20rem,1fr)] content-start gap-4 p-4 lg:grid-flow-col lg:overflow-auto" role="region" aria-label="Answers">
        {original && <Column title="Original" answer={original} model={original.model ?? ''} base={null} />}
        {runs.map(({ number, model, answer }) => (
          <Column key={number} title={`Run ${number}`} answer={answer} model={model} base={original} />
        ))}
        {runs.length === 0 && !original && (
          <EmptyState icon={<FlaskConical size={24} aria-hidden />} title="Nothing was run yet">
            Change the request and run it. The answers stand side by side, with cost and time. Every LLM span of a trace can be opened here too.
          </EmptyState>
        )}
      </div>
    </div>
  );
}

function Column({ title, answer, model, base }: { title: string; answer: Answer; model: string; base: Answer | null }) {
  return (
    <section aria-label={title} className="min-w-0 rounded-lg border border-line bg-surface">
      <header className="flex h-9 items-center justify-between gap-2 border-b border-line px-3">
        <span className="flex min-w-0 items-center gap-2">
          <span className="shrink-0 font-medium">{title}</span>
          <code className="truncate text-muted">{model}</code>
        </span>
        {answer.state === 'done' && base && <Badge>{difference(base, answer)}</Badge>}
      </header>
      <div className="px-3 py-2.5">
        <AnswerView answer={answer} />
        {answer.toolCalls.map((call) => (
          <ToolCallView key={call.id || call.name} call={call} result={undefined} typed={null} onType={() => undefined} />
        ))}
        <AnswerStatsLine answer={answer} className="mt-2" />
      </div>
    </section>
  );
}
