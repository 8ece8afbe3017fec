import { describe, expect, it } from 'vitest';
import type { MessageRecord, SpanContent, SpanEventRecord, SpanRecord } from '../../../api/contract';
import { chosenTab, exceptionOf, spanTabs } from './spanTabs';

const nothing: SpanContent = { input: null, output: null, input_messages: [], output_messages: [], tools: [], parameters: null, documents: [] };
const message: MessageRecord = { role: 'user', name: null, tool_call_id: null, finish_reason: null, parts: [], tool_calls: [] };
const event = (name: string, attributes: SpanEventRecord['attributes']): SpanEventRecord => ({ name, time: '2026-11-22T10:00:00Z', offset_us: 0, attributes });
const span = (content: Partial<SpanContent>, events: SpanEventRecord[] = []): SpanRecord => ({ content: { ...nothing, ...content }, events }) as SpanRecord;

describe('spanTabs', () => {
  it('a chat is read as a chat first', () => expect(spanTabs(span({ input_messages: [message] }))).toEqual(['chat', 'attributes', 'notes', 'raw']));

  it('a span with values, documents and events has a tab for each', () => {
    const document = { part: 'retrieved', id: null, score: null, text: null, metadata: null };
    expect(spanTabs(span({ documents: [document] }, [event('x', null)]))).toEqual(['documents', 'attributes', 'events', 'notes', 'raw']);
    expect(spanTabs(span({ input: { text: 'x', length: 1, mime_type: null } }))).toEqual(['io', 'attributes', 'notes', 'raw']);
  });

  it('the tab of the address is shown only where there is one', () => {
    expect(chosenTab(['chat', 'attributes', 'raw'], 'raw', 'OK')).toBe('raw');
    expect(chosenTab(['chat', 'attributes', 'raw'], 'documents', 'OK')).toBe('chat');
    expect(chosenTab(['io', 'raw'], null, 'OK')).toBe('io');
  });

  it('a failed span without texts shows what happened in it', () => {
    expect(chosenTab(['attributes', 'events', 'raw'], null, 'ERROR')).toBe('events');
    expect(chosenTab(['attributes', 'events', 'raw'], null, 'OK')).toBe('attributes');
    expect(chosenTab(['io', 'attributes', 'events', 'raw'], null, 'ERROR')).toBe('io');
    expect(chosenTab(['attributes', 'raw'], null, 'ERROR')).toBe('attributes');
  });
});

describe('exceptionOf', () => {
  it('reads the names of OpenTelemetry', () => {
    expect(exceptionOf(event('exception', { 'exception.type': 'E', 'exception.message': 'm', 'exception.stacktrace': 's' }))).toEqual({ type: 'E', message: 'm', stacktrace: 's' });
    expect(exceptionOf(event('failed', { 'exception.type': 'E' }))).toEqual({ type: 'E', message: '', stacktrace: '' });
  });

  it('other events are none', () => {
    expect(exceptionOf(event('first_token', { chunk: 1 }))).toBeNull();
    expect(exceptionOf(event('exception', null))).toBeNull();
  });
});
