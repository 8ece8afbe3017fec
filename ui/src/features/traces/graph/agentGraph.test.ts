import { describe, expect, it } from 'vitest';
import type { SpanNode } from '../../../api/contract';
import { agentGraph, hasGraph } from './agentGraph';

function span(depth: number, kind: string, name: string, more: Partial<SpanNode> = {}): SpanNode {
  return { span_id: `${depth}${kind}${name}`, depth, kind, name, descendant_count: 0, status: 'OK', duration_us: 10, cost: null, ...more } as SpanNode;
}

describe('agentGraph', () => {
  const graph = agentGraph([
    span(0, 'AGENT', 'router', { descendant_count: 4 }),
    span(1, 'LLM', 'plan', { cost: 0.1 }),
    span(1, 'TOOL', 'search'),
    span(2, 'LLM', 'plan', { cost: 0.2 }),
    span(1, 'TOOL', 'search', { status: 'ERROR' }),
  ]);

  it('puts spans that do the same into one', () => {
    expect(graph.nodes.map(({ name, count, errors, column, row }) => [name, count, errors, column, row])).toEqual([['router', 1, 0, 0, 0], ['plan', 2, 0, 1, 0], ['search', 2, 1, 1, 1]]);
    expect(graph.nodes[1]?.cost).toBeCloseTo(0.3);
    expect([graph.columns, graph.rows, graph.hidden]).toEqual([2, 2, 0]);
  });

  it('says who called whom, how often', () => {
    expect(graph.edges.map(({ from, to, count }) => [from.split('\n')[1], to.split('\n')[1], count])).toEqual([['router', 'plan', 1], ['router', 'search', 2], ['search', 'plan', 1]]);
  });

  it('is bounded', () => {
    const wide = agentGraph([span(0, 'AGENT', 'root'), ...Array.from({ length: 20_000 }, (_each, index) => span(1, 'TOOL', `tool ${index}`))]);
    expect(wide.nodes).toHaveLength(120);
    expect(wide.hidden).toBe(20_000 - 119);
  });

  it('is none for a call alone', () => {
    expect(hasGraph([span(0, 'LLM', 'call')])).toBe(false);
    expect(hasGraph([span(0, 'AGENT', 'a', { descendant_count: 1 }), span(1, 'LLM', 'call')])).toBe(true);
    expect(agentGraph([])).toEqual({ nodes: [], edges: [], columns: 0, rows: 0, hidden: 0 });
  });
});
