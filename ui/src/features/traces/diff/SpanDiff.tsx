import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useMemo } from 'react';
import { cx } from '../../../app/cx';
import { Button } from '../../../components/Button';
import { ErrorState } from '../../../components/ErrorState';
import { DetailSkeleton } from '../detail/DetailSkeleton';
import { spanQuery } from '../queries';
import { VirtualRows } from '../../../components/value/VirtualRows';
import { type DiffLine, diffLines } from './diffLines';
import { diffAttributes, diffFacts, type DiffRow, textOf } from './spanDiff';

interface SpanDiffProps {
  traceId: string;
  beforeId: string;
  afterId: string;
  onClose: () => void;
}

/** Two spans of a trace over one another: what they come to, what went in and came out, and their attributes. */
export function SpanDiff({ traceId, beforeId, afterId, onClose }: SpanDiffProps) {
  const before = useQuery(spanQuery(traceId, beforeId));
  const after = useQuery(spanQuery(traceId, afterId));
  const error = before.error ?? after.error;
  const parts = useMemo(() => {
    if (!before.data || !after.data) return null;
    const [one, other] = [before.data, after.data];
    return {
      facts: diffFacts(one, other),
      attributes: diffAttributes(one.attributes, other.attributes),
      input: diffLines(textOf(one, 'input'), textOf(other, 'input')),
      output: diffLines(textOf(one, 'output'), textOf(other, 'output')),
      isCut: one.cut_texts.length + other.cut_texts.length > 0,
    };
  }, [before.data, after.data]);
  return (
    <section aria-label="Comparison of two spans" className="flex min-h-0 flex-1 flex-col">
      <header className="flex items-center gap-2 border-b border-line px-4 py-2 text-sm">
        <span className="min-w-0 truncate rounded-sm bg-danger-soft px-1.5">{before.data?.name ?? beforeId}</span>
        <span aria-label="compared with">→</span>
        <span className="min-w-0 truncate rounded-sm bg-success-soft px-1.5">{beforeId === afterId ? 'choose another span' : (after.data?.name ?? afterId)}</span>
        <Button size="sm" variant="ghost" className="ml-auto" icon={<X size={13} aria-hidden />} onClick={onClose}>
          End comparison
        </Button>
      </header>
      {beforeId === afterId ? (
        <p className="px-4 py-10 text-center text-muted">Choose another span in the tree: what differs is shown here.</p>
      ) : error ? (
        <ErrorState title="The spans could not be loaded" error={error} />
      ) : !parts ? (
        <DetailSkeleton />
      ) : (
        <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto p-4">
          {parts.isCut && <p className="text-xs text-muted">Long texts are compared as far as the page has them.</p>}
          <Rows title="Numbers" rows={parts.facts} />
          <Lines title="Input" lines={parts.input} />
          <Lines title="Output" lines={parts.output} />
          <Rows title="Attributes" rows={parts.attributes} />
        </div>
      )}
    </section>
  );
}

const SHOWN = 400;

function Rows({ title, rows }: { title: string; rows: readonly DiffRow[] }) {
  return (
    <section>
      <h3 className="mb-1 text-xs font-semibold">{title}</h3>
      {rows.length === 0 ? (
        <p className="text-xs text-subtle">no difference</p>
      ) : (
        <dl className="text-xs">
          {rows.map(({ name, before, after }) => (
            <div key={name} className="grid gap-x-3 border-b border-line py-1 sm:grid-cols-[minmax(6rem,1fr)_minmax(0,1.5fr)_minmax(0,1.5fr)]">
              <dt className="font-mono text-muted [overflow-wrap:anywhere]">{name}</dt>
              <Side value={before} tone="bg-danger-soft" />
              <Side value={after} tone="bg-success-soft" />
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function Side({ value, tone }: { value: string | null; tone: string }) {
  return (
    <dd className={cx('min-w-0 rounded-sm px-1 font-mono [overflow-wrap:anywhere]', value === null ? 'text-subtle' : tone)} title={value ?? undefined}>
      {value === null ? 'not said' : value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value}
    </dd>
  );
}

const LOOKS: Record<DiffLine['kind'], { sign: string; tone: string; name: string }> = {
  same: { sign: ' ', tone: 'text-muted', name: '' },
  added: { sign: '+', tone: 'bg-success-soft text-fg', name: 'added: ' },
  removed: { sign: '−', tone: 'bg-danger-soft text-fg', name: 'removed: ' },
};

function Lines({ title, lines }: { title: string; lines: readonly DiffLine[] }) {
  const isSame = lines.every(({ kind }) => kind === 'same');
  const draw = (index: number) => {
    const line = lines[index];
    return line && <Line line={line} />;
  };
  return (
    <section>
      <h3 className="mb-1 text-xs font-semibold">{title}</h3>
      {isSame ? (
        <p className="text-xs text-subtle">no difference</p>
      ) : (
        <VirtualRows
          label={`${title}, differences`}
          count={lines.length}
          estimate={20}
          isMeasured
          className="max-h-[45vh] rounded-md border border-line bg-surface"
          row={draw}
        />
      )}
    </section>
  );
}

function Line({ line: { kind, text } }: { line: DiffLine }) {
  const { sign, tone, name } = LOOKS[kind];
  return (
    <div className={cx('flex gap-2 px-2 font-mono text-xs leading-5', tone)}>
      <span aria-hidden className="w-2 shrink-0 select-none">
        {sign}
      </span>
      {name && <span className="sr-only">{name}</span>}
      <span className="min-h-5 min-w-0 flex-1 whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</span>
    </div>
  );
}
