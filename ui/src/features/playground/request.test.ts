import { describe, expect, it } from 'vitest';
import type { SpanRecord } from '../../api/contract';
import { fromBody, requestOf, toBody } from './request';

const BODY = {
  model: 'acme/small',
  stream: true,
  temperature: 0.2,
  messages: [
    { role: 'system', content: 'Be short.' },
    { role: 'user', content: [{ type: 'text', text: 'Hi' }] },
    { role: 'assistant', content: null, tool_calls: [{ id: 'c' }] },
  ],
};

const span = (input: string | null, more: object = {}) =>
  ({ model: 'acme/small', content: { input: input === null ? null : { text: input }, input_messages: [], output_messages: [], tools: [], parameters: null, ...more } }) as unknown as SpanRecord;

describe('requestOf', () => {
  it('takes the body that the span kept, parts and calls included, and sends it back whole', () => {
    const edited = requestOf(span(JSON.stringify(BODY)));
    expect(edited?.model).toBe('acme/small');
    expect(edited?.messages.map(({ role, isParts }) => [role, isParts])).toEqual([['system', false], ['user', true], ['assistant', false]]);
    expect(toBody(edited as NonNullable<typeof edited>)).toEqual({
      temperature: 0.2,
      model: 'acme/small',
      messages: [
        { role: 'system', content: 'Be short.' },
        { role: 'user', content: [{ type: 'text', text: 'Hi' }] },
        { role: 'assistant', content: '', tool_calls: [{ id: 'c' }] },
      ],
    });
  });

  it('makes one of the attributes of a foreign span', () => {
    const record = span('Where is it?', {
      input_messages: [{ role: 'user', parts: [{ text: { text: 'Where is it?' } }], tool_calls: [], tool_call_id: null }],
      parameters: { temperature: 1, model: 'x' },
      tools: [{ name: 'find', definition: { type: 'function' } }],
    });
    expect(requestOf(record)).toMatchObject({ model: 'acme/small', messages: [{ role: 'user', content: 'Where is it?' }] });
    expect(JSON.parse(requestOf(record)?.others ?? '')).toEqual({ temperature: 1, tools: [{ type: 'function' }] });
  });

  it('is null of a span that called no model', () => {
    expect(requestOf(span(null))).toBeNull();
    expect(requestOf(span('{"query":1}'))).toBeNull();
  });
});

describe('toBody', () => {
  it('says what is no JSON', () => {
    const edited = fromBody(BODY);
    expect(() => toBody({ ...edited, others: '{' })).toThrow(/parameters are not valid JSON/);
    expect(() => toBody({ ...edited, others: '[]' })).toThrow(/must be a JSON object/);
    expect(() => toBody({ ...edited, messages: [{ role: 'user', content: '[', rest: {}, isParts: true }] })).toThrow(/Message 1/);
  });
});
