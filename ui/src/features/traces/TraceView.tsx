import { useQueryClient } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useCallback } from 'react';
import type { TraceRecord } from '../../api/contract';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { Panel, PanelHandle, ResizablePanels } from '../../components/ResizablePanels';
import { Segments } from '../../components/Segments';
import { useQueryParams } from '../../components/useQueryParams';
import { SpanDetail } from './detail/SpanDetail';
import { SpanDiff } from './diff/SpanDiff';
import { hasGraph } from './graph/agentGraph';
import { AgentGraphView } from './graph/AgentGraphView';
import { spanQuery } from './queries';
import { SpanTree } from './tree/SpanTree';
import { useIsNarrow } from '../../components/useIsNarrow';
import { useSelectedSpan } from './useSelectedSpan';
import { readViewMode } from '../../components/value/viewMode';

const VIEWS = [
  { value: 'tree', label: 'Tree' },
  { value: 'graph', label: 'Graph' },
] as const;

/** Tree and detail: side by side, or one after the other where the window is narrow. */
export function TraceView({ traceId, record: { spans, summary } }: { traceId: string; record: TraceRecord }) {
  const client = useQueryClient();
  const isNarrow = useIsNarrow();
  const [params, setParams] = useQueryParams();
  const { selectedId, select } = useSelectedSpan();
  const change = useCallback(
    (name: string, value: string | null, isStep = false) => setParams({ [name]: value }, { replace: !isStep }),
    [setParams],
  );
  // on a narrow window the detail is a step of its own, which the back button undoes
  const open = useCallback((spanId: string) => (isNarrow ? change('span', spanId, true) : select(spanId)), [isNarrow, change, select]);
  const expect = useCallback((spanId: string) => void client.prefetchQuery(spanQuery(traceId, spanId)), [client, traceId]);

  const shownId = selectedId ?? (isNarrow ? null : (spans[0]?.span_id ?? null));
  const node = spans.find((span) => span.span_id === shownId);

  if (spans.length === 0) return <EmptyState title="This trace has no spans yet">They appear here as they arrive.</EmptyState>;

  const isGraph = params.get('as') === 'graph' && hasGraph(spans);
  const spanTree = <SpanTree spans={spans} errors={summary.error_count} selectedId={shownId} onSelect={select} onOpen={open} onExpect={expect} />;
  const tree = hasGraph(spans) ? (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-10 shrink-0 items-center border-b border-line bg-surface px-2">
        <Segments label="Show the trace as" value={isGraph ? 'graph' : 'tree'} options={VIEWS} onChange={(view) => change('as', view === 'graph' ? view : null)} />
      </div>
      {isGraph ? <AgentGraphView spans={spans} selectedId={shownId} onSelect={open} /> : spanTree}
    </div>
  ) : (
    spanTree
  );
  const baseId = params.get('base');
  const detail = node && baseId !== null ? (
    <SpanDiff traceId={traceId} beforeId={baseId} afterId={node.span_id} onClose={() => change('base', null)} />
  ) : node ? (
    <SpanDetail
      traceId={traceId}
      node={node}
      tab={params.get('tab')}
      mode={readViewMode(params.get('view'))}
      onTabChange={(tab) => change('tab', tab)}
      onModeChange={(mode) => change('view', mode)}
      onCompare={() => change('base', node.span_id)}
    />
  ) : (
    <EmptyState title="This span is not here" action={<Button onClick={() => change('span', null)}>Show the first span</Button>}>
      The trace has no span {shownId}. It may not have arrived yet.
    </EmptyState>
  );

  if (isNarrow) {
    if (shownId === null) return tree;
    return (
      <div className="flex min-h-0 flex-1 flex-col">
        <div className="shrink-0 border-b border-line px-2 py-1">
          <Button size="sm" variant="ghost" icon={<ArrowLeft size={13} aria-hidden />} onClick={() => change('span', null)}>
            All spans
          </Button>
        </div>
        {detail}
      </div>
    );
  }
  return (
    <ResizablePanels id="trace" className="flex-1">
      <Panel id="tree" defaultSize="46%" minSize={260}>
        {tree}
      </Panel>
      <PanelHandle label="Resize the tree" />
      <Panel id="detail" minSize={320}>
        {detail}
      </Panel>
    </ResizablePanels>
  );
}
