import { Link } from 'react-router';
import { formatCount, formatDuration } from '../../app/format';
import { Badge } from '../../components/Badge';
import { VirtualList } from '../../components/VirtualList';
import { type ComparedExample, type ExperimentSums, shortText } from './comparison';
import type { ExperimentRecord, RunRecord } from './types';

const ROW_PX = 120;

interface ComparisonTableProps {
  experiments: readonly ExperimentRecord[];
  sums: readonly ExperimentSums[];
  examples: readonly ComparedExample[];
}

/** Each example with what every experiment made of it, side by side. */
export function ComparisonTable({ experiments, sums, examples }: ComparisonTableProps) {
  const columns = { gridTemplateColumns: `minmax(12rem, 1fr) minmax(10rem, 0.8fr) repeat(${experiments.length}, minmax(15rem, 1.2fr))` };
  return (
    // scrolls sideways, so the keyboard has to reach it
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="flex min-h-0 flex-1 overflow-x-auto -outline-offset-2!" tabIndex={0} role="region" aria-label="Experiments side by side">
      <div className="flex min-h-0 flex-1 flex-col" style={{ minWidth: `${22 + experiments.length * 16}rem` }}>
        <VirtualList
          label="Examples"
          items={examples}
          keyOf={({ id }) => id}
          rowPx={ROW_PX}
          heading={
            <div className="grid items-end gap-x-4 border-b border-line px-4 py-2" style={columns}>
              <span className="text-2xs font-medium text-subtle">Input</span>
              <span className="text-2xs font-medium text-subtle">Reference</span>
              {experiments.map((experiment, index) => (
                <Sums key={experiment.id} experiment={experiment} sums={sums[index]} />
              ))}
            </div>
          }
          row={(example) => (
            <div className="grid gap-x-4 border-b border-line px-4 py-2" style={{ ...columns, height: ROW_PX }}>
              <p className="line-clamp-5 break-words" title={shortText(example.input)}>{shortText(example.input)}</p>
              <p className="line-clamp-5 break-words text-muted" title={shortText(example.reference)}>{shortText(example.reference)}</p>
              {experiments.map(({ id }, index) => (
                <Cell key={id} runs={example.runs[index] ?? []} />
              ))}
            </div>
          )}
        />
      </div>
    </div>
  );
}

function Sums({ experiment, sums }: { experiment: ExperimentRecord; sums: ExperimentSums | undefined }) {
  return (
    <div className="min-w-0">
      <p className="truncate font-medium" title={experiment.name}>{experiment.name}</p>
      {sums && (
        <p className="tabular flex flex-wrap gap-x-3 gap-y-1 text-xs text-muted">
          <span>{formatCount(sums.runs)} runs</span>
          {sums.failed > 0 && <span className="text-danger">{sums.failed} failed</span>}
          {sums.meanLatencyMs !== null && <span title="Mean time of a run">{formatDuration(sums.meanLatencyMs * 1000)}</span>}
          {sums.tokens > 0 && <span>{formatCount(sums.tokens)} tokens</span>}
          {sums.scores.map(({ name, mean }) => (
            <Badge key={name} tone="accent">{`${name} ${mean.toFixed(2)}`}</Badge>
          ))}
        </p>
      )}
    </div>
  );
}

function Cell({ runs }: { runs: readonly RunRecord[] }) {
  const [run] = runs;
  if (!run) return <span className="text-subtle">—</span>;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      {run.error === null ? (
        <p className="line-clamp-3 break-words" title={shortText(run.output)}>{shortText(run.output) || <span className="text-subtle">empty</span>}</p>
      ) : (
        <p className="line-clamp-3 break-words text-danger" title={run.error}>{run.error}</p>
      )}
      <p className="tabular mt-auto flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-subtle">
        {run.annotations.map(({ name, score, label, explanation, error }) => (
          <Badge key={name} tone={error ? 'danger' : 'neutral'} {...(explanation ?? error ? { title: explanation ?? error ?? '' } : {})}>
            {`${name} ${score ?? label ?? '—'}`}
          </Badge>
        ))}
        <span>{formatDuration(run.latency_ms * 1000)}</span>
        {runs.length > 1 && <span>{`1 of ${runs.length} repetitions`}</span>}
        {run.trace_id !== null && <Link to={`/traces/${run.trace_id}`} className="text-accent hover:underline">trace</Link>}
      </p>
    </div>
  );
}
