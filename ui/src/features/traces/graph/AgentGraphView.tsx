import { useMemo } from 'react';
import type { SpanNode } from '../../../api/contract';
import { cx } from '../../../app/cx';
import { formatCount, formatDuration, formatUsd } from '../../../app/format';
import { KindIcon } from '../../../components/KindIcon';
import { agentGraph, type GraphEdge, type GraphNode } from './agentGraph';

const NODE = { width: 184, height: 52, gapX: 56, gapY: 16 };
const MARGIN = 16;

interface AgentGraphViewProps {
  spans: SpanNode[];
  selectedId: string | null;
  onSelect: (spanId: string) => void;
}

/** Who called whom in a trace: agents, chains, tools and models, from left to right. */
export function AgentGraphView({ spans, selectedId, onSelect }: AgentGraphViewProps) {
  const graph = useMemo(() => agentGraph(spans), [spans]);
  const selected = spans.find(({ span_id: id }) => id === selectedId);
  const width = MARGIN * 2 + graph.columns * (NODE.width + NODE.gapX) - NODE.gapX;
  const height = MARGIN * 2 + graph.rows * (NODE.height + NODE.gapY) - NODE.gapY;
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  return (
    <div className="min-h-0 flex-1 overflow-auto bg-sunken" role="region" aria-label="Graph of the trace">
      <div className="relative" style={{ width, height }}>
        <svg width={width} height={height} className="absolute inset-0" aria-hidden>
          {graph.edges.map((edge) => (
            <Edge key={`${edge.from}\n${edge.to}`} edge={edge} from={byId.get(edge.from)} to={byId.get(edge.to)} />
          ))}
        </svg>
        <ul>
          {graph.nodes.map((node) => {
            const isSelected = selected !== undefined && selected.kind === node.kind && selected.name === node.name;
            return (
              <li key={node.id} className="absolute" style={{ left: leftOf(node), top: topOf(node), width: NODE.width, height: NODE.height }}>
                <button
                  type="button"
                  aria-pressed={isSelected}
                  onClick={() => onSelect(node.spanId)}
                  className={cx(
                    'flex size-full flex-col justify-center gap-0.5 rounded-md border bg-surface px-2.5 text-left hover:bg-hover',
                    isSelected ? 'border-accent outline-2 -outline-offset-1 outline-accent' : node.errors > 0 ? 'border-danger' : 'border-line-strong',
                  )}
                >
                  <span className="flex min-w-0 items-center gap-1.5">
                    <KindIcon kind={node.kind} />
                    <span className="min-w-0 truncate text-sm font-medium" title={node.name}>
                      {node.name || '(no name)'}
                    </span>
                    {node.count > 1 && <span className="tabular ml-auto shrink-0 text-2xs text-muted">×{formatCount(node.count)}</span>}
                  </span>
                  <span className="tabular flex gap-2 truncate text-2xs text-muted">
                    {formatDuration(node.totalUs)}
                    {node.cost !== null && <span>{formatUsd(node.cost)}</span>}
                    {node.errors > 0 && <span className="text-danger">{formatCount(node.errors)} failed</span>}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      </div>
      {graph.hidden > 0 && <p className="p-3 text-xs text-muted">{formatCount(graph.hidden)} spans do other things; the tree has them.</p>}
    </div>
  );
}

function leftOf({ column }: GraphNode): number {
  return MARGIN + column * (NODE.width + NODE.gapX);
}

function topOf({ row }: GraphNode): number {
  return MARGIN + row * (NODE.height + NODE.gapY);
}

/** A line from the right of one to the left of the other; one that leads back goes below both. */
function Edge({ edge, from, to }: { edge: GraphEdge; from: GraphNode | undefined; to: GraphNode | undefined }) {
  if (!from || !to) return null;
  const y1 = topOf(from) + NODE.height / 2;
  const y2 = topOf(to) + NODE.height / 2;
  const isForward = to.column > from.column;
  const x1 = leftOf(from) + NODE.width;
  const x2 = isForward ? leftOf(to) : leftOf(to) + NODE.width;
  const bend = isForward ? Math.max(20, (x2 - x1) / 2) : 44;
  const path = `M${x1},${y1}C${x1 + bend},${y1} ${isForward ? x2 - bend : x2 + bend},${y2} ${x2},${y2}`;
  return (
    <g className="text-2xs">
      <path d={path} fill="none" className="stroke-line-strong" strokeWidth={Math.min(4, 1 + Math.log2(edge.count))} strokeDasharray={isForward ? undefined : '4 3'} />
      {edge.count > 1 && (
        <text x={(x1 + x2) / 2 + (isForward ? 0 : bend / 2)} y={(y1 + y2) / 2 - 4} textAnchor="middle" className="fill-muted tabular">
          {edge.count}
        </text>
      )}
    </g>
  );
}
