import { describe, expect, it } from 'vitest';
import type { MessageRecord, SpanRecord } from '../../../api/contract';
import { csharpCode, curlCode, pythonCode, pythonValue, requestOf, typeScriptCode } from './spanCode';

const text = (value: string) => ({ text: value, length: value.length, mime_type: null });

function message(role: string, said: string, more: Partial<MessageRecord> = {}): MessageRecord {
  return { role, name: null, tool_call_id: null, finish_reason: null, parts: said === '' ? [] : [{ type: 'text', text: text(said), url: null }], tool_calls: [], ...more };
}

function span(messages: MessageRecord[], parameters: SpanRecord['content']['parameters'] = null): SpanRecord {
  const content = { input: null, output: null, input_messages: messages, output_messages: [], tools: [], parameters, documents: [] };
  return { model: 'sim/small', content } as unknown as SpanRecord;
}

describe('requestOf', () => {
  it('is the chat, with its parameters', () => {
    expect(requestOf(span([message('user', 'Hello')], { temperature: 0.2, stream: true, model: 'x' }))).toEqual({ model: 'sim/small', messages: [{ role: 'user', content: 'Hello' }], temperature: 0.2 });
  });

  it('has pictures, calls and their results', () => {
    const picture = message('user', '', { parts: [{ type: 'text', text: text('What is it?'), url: null }, { type: 'image', text: null, url: text('data:image/png;base64,AA==') }] });
    const call = message('assistant', '', { tool_calls: [{ id: 'c1', name: 'look', arguments: text('{"at":1}') }] });
    expect(requestOf(span([picture, call, message('tool', 'a dam', { tool_call_id: 'c1' })]))?.['messages']).toEqual([
      { role: 'user', content: [{ type: 'text', text: 'What is it?' }, { type: 'image_url', image_url: { url: 'data:image/png;base64,AA==' } }] },
      { role: 'assistant', content: null, tool_calls: [{ id: 'c1', type: 'function', function: { name: 'look', arguments: '{"at":1}' } }] },
      { role: 'tool', content: 'a dam', tool_call_id: 'c1' },
    ]);
  });

  it('is none where there was no chat', () => expect(requestOf(span([]))).toBeNull());
});

describe('the code', () => {
  const request = { model: 'sim/small', messages: [{ role: 'user', content: "it's\nJSON\n\"\"\"" }], top_k: 5 };

  it('curl: a text cannot end the document', () => {
    const code = curlCode({ a: 1 }, 'http://weir');
    expect(code).toContain("<<'JSON'\n");
    expect(code).toContain('http://weir/api/v1/chat/completions');
  });

  it('Python: words of its own, and members the client does not know', () => {
    expect(pythonValue({ a: [null, true, false], b: {} }, 0)).toBe('{\n    "a": [\n        None,\n        True,\n        False,\n    ],\n    "b": {},\n}');
    expect(pythonCode(request, 'http://weir')).toMatch(/extra_body=\{\n {8}"top_k": 5,/);
  });

  it('C#: a text cannot end the raw text', () => {
    const code = csharpCode(request, 'http://weir');
    const quotes = /FromString\(("+)\n/.exec(code)?.[1] ?? '';
    expect(code.split(quotes)).toHaveLength(3);
  });

  it('TypeScript: is JSON', () => expect(typeScriptCode(request, 'http://weir')).toContain('"top_k": 5'));
});
