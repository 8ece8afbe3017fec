import { Brain, ChevronRight } from 'lucide-react';
import { Suspense } from 'react';
import { Link } from 'react-router';
import { cx } from '../../app/cx';
import { formatCount, formatDuration } from '../../app/format';
import { Badge } from '../../components/Badge';
import { CopyButton } from '../../components/CopyButton';
import { Money } from '../../components/Money';
import { Skeleton } from '../../components/Skeleton';
import { LongText } from '../../components/value/LongText';
import { MarkdownText } from '../../components/value/MarkdownText';
import { tokensPerSecond } from './stream';
import type { Answer } from './types';

/** Parsing Markdown with every piece of a long answer costs more than drawing it. */
const MARKDOWN_LENGTH = 40_000;

/** What a model said, thought and wants to have called; as data, never as markup that runs. */
export function AnswerView({ answer }: { answer: Answer }) {
  const isBusy = answer.state === 'waiting' || answer.state === 'streaming';
  return (
    <div className="min-w-0" aria-busy={isBusy}>
      {answer.reasoning !== '' && (
        <details className="group mb-2 rounded-md border border-line bg-sunken" open={answer.text === '' || undefined}>
          <summary className="flex h-7 cursor-pointer list-none items-center gap-1.5 px-2 text-xs text-muted">
            <ChevronRight size={12} className="transition-transform duration-100 group-open:rotate-90" aria-hidden />
            <Brain size={12} aria-hidden /> Reasoning
          </summary>
          <div className="max-h-72 overflow-y-auto border-t border-line px-3 py-2 text-muted">
            <LongText text={answer.reasoning} label="Reasoning" />
          </div>
        </details>
      )}
      {answer.state === 'waiting' && (
        <div className="flex flex-col gap-2 py-1" role="status" aria-label="Waiting for the answer">
          <Skeleton className="w-4/5" />
          <Skeleton className="w-3/5" />
        </div>
      )}
      {answer.text !== '' && (
        <div data-testid="answer">
          {answer.text.length > MARKDOWN_LENGTH ? (
            <LongText text={answer.text} label="Answer" />
          ) : (
            <Suspense fallback={<LongText text={answer.text} label="Answer" />}>
              <MarkdownText text={answer.text} />
            </Suspense>
          )}
        </div>
      )}
      {answer.state === 'streaming' && <span aria-hidden className="mt-1 inline-block h-3.5 w-1.5 animate-breathe bg-accent" />}
      {answer.error !== '' && <p role="alert" className="mt-1 rounded-md bg-danger-soft px-2.5 py-1.5 text-sm break-words">{answer.error}</p>}
    </div>
  );
}

/** Cost and speed of an answer, and the ways on from it. */
export function AnswerStatsLine({ answer, className }: { answer: Answer; className?: string }) {
  const { stats } = answer;
  const speed = tokensPerSecond(answer);
  if (stats === null || answer.state === 'waiting' || answer.state === 'streaming') return null;
  return (
    <p className={cx('tabular flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-subtle', className)}>
      {answer.state === 'stopped' && <Badge tone="warning">stopped</Badge>}
      {answer.finishReason !== null && answer.finishReason !== 'stop' && <Badge>{answer.finishReason}</Badge>}
      {answer.provider && <span>{answer.provider}</span>}
      {stats.cost !== null && <Money usd={stats.cost} />}
      {stats.firstMs !== null && <span title="Time to the first token">{formatDuration(stats.firstMs * 1000)} to first</span>}
      <span title="Until the end">{formatDuration(stats.totalMs * 1000)}</span>
      {speed !== null && <span>{speed.toFixed(speed < 10 ? 1 : 0)} tok/s</span>}
      {stats.completionTokens !== null && (
        <span title="Tokens of the prompt and of the answer">
          {formatCount(stats.promptTokens ?? 0)} → {formatCount(stats.completionTokens)}
        </span>
      )}
      {answer.generationId && (
        <Link to={`/generations/${answer.generationId}/route`} className="text-accent hover:underline">
          Why this route
        </Link>
      )}
      {answer.text !== '' && <CopyButton text={answer.text} label="Copy the answer" />}
    </p>
  );
}
