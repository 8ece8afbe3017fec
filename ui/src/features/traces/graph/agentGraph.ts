import type { SpanNode } from '../../../api/contract';

/** Spans that do the same thing: one kind and name. */
export interface GraphNode {
  id: string;
  kind: string;
  name: string;
  count: number;
  errors: number;
  /** Of all of them, microseconds; they may overlap. */
  totalUs: number;
  /** US dollars of these spans alone; null when none says a cost. */
  cost: number | null;
  /** The first of them. */
  spanId: string;
  /** From the left: how far from the roots it is first met. */
  column: number;
  /** From the top, in its column. */
  row: number;
}

/** Who called whom, how often. */
export interface GraphEdge {
  from: string;
  to: string;
  count: number;
}

export interface AgentGraph {
  nodes: GraphNode[];
  edges: GraphEdge[];
  columns: number;
  rows: number;
  /** Kinds of work that were left out because there are too many. */
  hidden: number;
}

const MAX_NODES = 120;
const GRAPH_KINDS = new Set(['AGENT', 'CHAIN']);

/** Whether there is somebody who calls others: a trace of plain calls has no graph worth looking at. */
export function hasGraph(spans: readonly SpanNode[]): boolean {
  return spans.some(({ kind, descendant_count: below }) => GRAPH_KINDS.has(kind) && below > 0);
}

/** The spans of a trace by what they do. `spans` are in preorder, as the API gives them. */
export function agentGraph(spans: readonly SpanNode[]): AgentGraph {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  const open: (GraphNode | null)[] = [];
  let hidden = 0;
  for (const span of spans) {
    const parent = span.depth > 0 ? (open[span.depth - 1] ?? null) : null;
    const id = `${span.kind}\n${span.name}`;
    let node = nodes.get(id) ?? null;
    if (!node && nodes.size < MAX_NODES) {
      node = { id, kind: span.kind, name: span.name, count: 0, errors: 0, totalUs: 0, cost: null, spanId: span.span_id, column: parent ? parent.column + 1 : 0, row: 0 };
      nodes.set(id, node);
    }
    open[span.depth] = node ?? parent;
    if (!node) {
      hidden++;
      continue;
    }
    node.count++;
    node.totalUs += span.duration_us;
    if (span.status === 'ERROR') node.errors++;
    if (span.cost !== null) node.cost = (node.cost ?? 0) + span.cost;
    if (parent && parent !== node) join(edges, parent.id, node.id);
  }
  const rows = place([...nodes.values()]);
  return { nodes: [...nodes.values()], edges: [...edges.values()], columns: Math.max(0, ...[...nodes.values()].map(({ column }) => column + 1)), rows, hidden };
}

function join(edges: Map<string, GraphEdge>, from: string, to: string): void {
  const key = `${from}\n\n${to}`;
  const edge = edges.get(key);
  if (edge) edge.count++;
  else edges.set(key, { from, to, count: 1 });
}

/** Rows in the order of first meeting, column by column; how many the fullest column has. */
function place(nodes: readonly GraphNode[]): number {
  const filled: number[] = [];
  for (const node of nodes) {
    node.row = filled[node.column] ?? 0;
    filled[node.column] = node.row + 1;
  }
  return Math.max(0, ...filled.map((count) => count ?? 0));
}
