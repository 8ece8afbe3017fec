import { describe, expect, it } from 'vitest';
import { CALL_SNIPPETS, maskKey, type SnippetFacts, TRACE_SNIPPETS } from './snippets';

const KEY = `sk-or-v1-${'0123456789abcdef'.repeat(4)}`;
const FACTS: SnippetFacts = { origin: 'http://127.0.0.1:8400', model: 'sim/small', key: KEY, otlpGrpc: 'http://127.0.0.1:4317' };
const ALL = [...CALL_SNIPPETS.map((snippet) => ({ ...snippet, id: `call ${snippet.id}` })), ...TRACE_SNIPPETS.map((snippet) => ({ ...snippet, id: `trace ${snippet.id}` }))];

describe.each(ALL)('$id', ({ write }) => {
  it('has the key and the address', () => {
    expect(write(FACTS)).toContain(KEY);
    expect(write(FACTS)).toContain(FACTS.origin);
  });

  it('reads the key from the environment while there is none', () => {
    expect(write({ ...FACTS, key: null })).toContain('WEIR_KEY');
    expect(write({ ...FACTS, key: null })).not.toContain('null');
  });
});

it('a masked key is not the key', () => {
  expect(maskKey(KEY)).toBe('sk-or-v1-01…cdef');
  expect(maskKey('short')).toBe('…');
});

it('gRPC is named only while it is on', () => {
  const otlp = TRACE_SNIPPETS.find((snippet) => snippet.id === 'otlp');
  expect(otlp?.write(FACTS)).toContain(':4317');
  expect(otlp?.write({ ...FACTS, otlpGrpc: null })).not.toContain('grpc');
});
