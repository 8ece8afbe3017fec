import { describe, expect, it } from 'vitest';
import type { SpanRecord } from '../../api/contract';
import { exampleOf } from './exampleOf';

const record = (content: object) => ({ name: 'step', model: null, content: { input_messages: [], output_messages: [], input: null, output: null, ...content } }) as unknown as SpanRecord;

const message = (role: string, text: string) => ({ role, parts: [{ text: { text }, url: null }], tool_calls: [] });

describe('exampleOf', () => {
  it('is the conversation of a chat', () => {
    expect(exampleOf(record({ input_messages: [message('user', 'Hi')], output_messages: [message('assistant', 'Hello')] }))).toEqual({
      input: { messages: [{ role: 'user', content: 'Hi' }] },
      output: { messages: [{ role: 'assistant', content: 'Hello' }] },
      metadata: { span_name: 'step' },
    });
  });

  it('keeps objects, and gives everything else a name', () => {
    expect(exampleOf(record({ input: { text: '{"q":1}' }, output: { text: 'plain' } }))).toMatchObject({ input: { q: 1 }, output: { output: 'plain' } });
    expect(exampleOf(record({ input: { text: '[1]' } }))).toMatchObject({ input: { input: [1] }, output: {} });
  });
});
