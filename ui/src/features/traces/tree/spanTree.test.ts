import { describe, expect, it } from 'vitest';
import type { SpanNode } from '../../../api/contract';
import { buildSpanTree, filterSpans, nextError, rowOfSpan, unfoldTo, visibleSpans } from './spanTree';

function node(span_id: string, depth: number, descendant_count: number, more: Partial<SpanNode> = {}): SpanNode {
  return {
    span_id, depth, descendant_count, parent_id: null, is_orphan: false, name: span_id, kind: 'CHAIN', status: 'OK', status_message: '', start_us: 0, duration_us: 10,
    model: null, provider: null, prompt_tokens: null, completion_tokens: null, total_tokens: null, cost: null, subtree_tokens: null, subtree_cost: null, subtree_errors: 0, ...more,
  };
}

// root ─ a ─ a1, a2 · b ─ b1 ; then an orphan
const spans = [
  node('root', 0, 5, { duration_us: 100 }),
  node('a', 1, 2),
  node('a1', 2, 0, { kind: 'LLM', model: 'Meta/Llama' }),
  node('a2', 2, 0, { status: 'ERROR' }),
  node('b', 1, 1),
  node('b1', 2, 0, { start_us: 90, duration_us: 40 }),
  node('lost', 0, 0, { is_orphan: true, status: 'ERROR' }),
];
const tree = buildSpanTree(spans);
const names = (rows: number[]): string[] => rows.map((row) => spans[row]?.name ?? '?');

describe('buildSpanTree', () => {
  it('finds parents, places among siblings and the whole time', () => {
    expect([...tree.parents]).toEqual([-1, 0, 1, 1, 0, 4, -1]);
    expect([...tree.positions]).toEqual([1, 1, 1, 2, 2, 1, 2]);
    expect([...tree.siblings]).toEqual([2, 2, 2, 2, 2, 1, 2]);
    expect([tree.startUs, tree.endUs]).toEqual([0, 130]);
  });

  it('takes an empty trace', () => expect(buildSpanTree([])).toMatchObject({ startUs: 0, endUs: 0 }));

  it('takes 20,000 spans in a blink', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => node(`s${index}`, index === 0 ? 0 : 1, index === 0 ? 19_999 : 0));
    expect(visibleSpans(buildSpanTree(many), new Set(), null)).toHaveLength(20_000);
    expect(visibleSpans(buildSpanTree(many), new Set(['s0']), null)).toEqual([0]);
  });
});

describe('visibleSpans', () => {
  it('shows all without folds', () => expect(visibleSpans(tree, new Set(), null)).toHaveLength(7));

  it('hides what lies under a fold, nested folds too', () => {
    expect(names(visibleSpans(tree, new Set(['a']), null))).toEqual(['root', 'a', 'b', 'b1', 'lost']);
    expect(names(visibleSpans(tree, new Set(['root', 'a']), null))).toEqual(['root', 'lost']);
  });

  it('a filter keeps ancestors and looks into folds', () => {
    expect(names(visibleSpans(tree, new Set(['root']), filterSpans(tree, 'llama')))).toEqual(['root', 'a', 'a1']);
    expect(filterSpans(tree, 'llama')?.matches).toBe(1);
  });

  it('every word has to match', () => {
    expect(filterSpans(tree, 'llm meta')?.matches).toBe(1);
    expect(filterSpans(tree, 'llm error')?.matches).toBe(0);
    expect(filterSpans(tree, '  ')).toBeNull();
  });
});

describe('moving', () => {
  it('a folded span stands at its nearest visible ancestor', () => {
    const rows = visibleSpans(tree, new Set(['a']), null);
    expect(rowOfSpan(tree, rows, 3)).toBe(1);
    expect(rowOfSpan(tree, rows, 4)).toBe(2);
    expect(rowOfSpan(tree, [6], 2)).toBe(-1);
  });

  it('errors are visited round the end', () => {
    expect(nextError(tree, -1)).toBe(3);
    expect(nextError(tree, 3)).toBe(6);
    expect(nextError(tree, 6)).toBe(3);
    expect(nextError(buildSpanTree([node('ok', 0, 0)]), 0)).toBe(-1);
  });

  it('unfolds the way to a span and nothing else', () => {
    const folded = new Set(['root', 'a', 'b']);
    expect([...unfoldTo(tree, folded, 3)]).toEqual(['b']);
    expect(unfoldTo(tree, new Set(['b']), 3)).toEqual(new Set(['b']));
    const untouched = new Set(['b']);
    expect(unfoldTo(tree, untouched, 3)).toBe(untouched);
  });
});
