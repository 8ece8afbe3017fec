import { describe, expect, it } from 'vitest';
import { promptRequest, variablesOf } from './promptRequest';
import type { PromptVersionRecord } from './types';

const version = (more: Partial<PromptVersionRecord>): PromptVersionRecord => ({
  id: '1',
  model_provider: 'OPENAI',
  model_name: 'acme/small',
  template_type: 'CHAT',
  template_format: 'MUSTACHE',
  template: { type: 'chat', messages: [{ role: 'system', content: 'Be {{tone}}.' }, { role: 'ai', content: [{ type: 'text', text: 'Hi {{ name }}, {{tone}}' }] }] },
  invocation_parameters: { type: 'openai', openai: { temperature: 0.5 } },
  ...more,
});

describe('promptRequest', () => {
  it('is a call of the version, its parameters included', () => {
    expect(promptRequest(version({}))).toEqual({
      model: 'acme/small',
      messages: [
        { role: 'system', content: 'Be {{tone}}.', rest: {}, isParts: false },
        { role: 'assistant', content: 'Hi {{ name }}, {{tone}}', rest: {}, isParts: false },
      ],
      others: '{\n  "temperature": 0.5\n}',
    });
  });
  it('takes a text for a message of the user', () => {
    expect(promptRequest(version({ template_type: 'STR', template: { type: 'string', template: 'Go' }, invocation_parameters: { type: 'openai' } }))).toMatchObject({ messages: [{ role: 'user', content: 'Go' }], others: '' });
  });
});

describe('variablesOf', () => {
  it('finds each name once, by the format', () => {
    expect(variablesOf(version({}))).toEqual(['tone', 'name']);
    expect(variablesOf(version({ template_format: 'F_STRING', template: { type: 'string', template: '{a} {{b}} {a} {c}' } }))).toEqual(['a', 'c']);
    expect(variablesOf(version({ template_format: 'NONE' }))).toEqual([]);
  });
});
