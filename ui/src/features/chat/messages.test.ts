import { describe, expect, it } from 'vitest';
import { requestBody, settingsProblem } from './messages';
import { type Answer, EMPTY_ANSWER, type Turn } from './types';

const SETTINGS = { system: '', parameters: '', tools: '' };
const turn = (text: string, answers: Turn['answers'] = {}, attachments: Turn['attachments'] = []): Turn => ({ text, answers, attachments });
const said = (text: string, more: Partial<Answer> = {}) => ({ answer: { ...EMPTY_ANSWER, state: 'done' as const, text, ...more }, results: null });

describe('requestBody', () => {
  it('has the conversation as that model knows it', () => {
    const turns = [turn('Hi', { a: [said('Hello from a')], b: [said('Hello from b')] }), turn('And?')];
    expect(requestBody('b', { ...SETTINGS, system: 'Be short.' }, turns, 1).messages).toEqual([
      { role: 'system', content: 'Be short.' },
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: 'Hello from b' },
      { role: 'user', content: 'And?' },
    ]);
  });

  it('leaves out what failed, and calls that nobody answered', () => {
    const call = { id: 'c', name: 'find', arguments: '{}' };
    const turns = [turn('Hi', { a: [{ answer: { ...EMPTY_ANSWER, state: 'failed', error: 'no' }, results: null }, said('', { toolCalls: [call] })] }), turn('Go on')];
    expect(requestBody('a', SETTINGS, turns, 1).messages).toEqual([
      { role: 'user', content: 'Hi' },
      { role: 'user', content: 'Go on' },
    ]);
  });

  it('gives results of tools back, each to its call', () => {
    const call = { id: 'c', name: 'find', arguments: '{"q":1}' };
    const turns = [turn('Hi', { a: [{ answer: { ...EMPTY_ANSWER, toolCalls: [call] }, results: { c: '42' } }] })];
    expect(requestBody('a', SETTINGS, turns, 0).messages).toEqual([
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: '', tool_calls: [{ id: 'c', type: 'function', function: { name: 'find', arguments: '{"q":1}' } }] },
      { role: 'tool', tool_call_id: 'c', content: '42' },
    ]);
  });

  it('sends images as data and files as text', () => {
    const attachments = [
      { kind: 'image' as const, name: 'a.png', content: 'data:image/png;base64,AA==' },
      { kind: 'text' as const, name: 'b.csv', content: 'x,y' },
    ];
    expect(requestBody('a', SETTINGS, [turn('Look', {}, attachments)], 0).messages).toEqual([
      {
        role: 'user',
        content: [
          { type: 'image_url', image_url: { url: 'data:image/png;base64,AA==' } },
          { type: 'text', text: 'File b.csv:\n\nx,y' },
          { type: 'text', text: 'Look' },
        ],
      },
    ]);
  });

  it('lets no parameter stand in for the model or the messages', () => {
    const body = requestBody('a', { ...SETTINGS, parameters: '{"temperature":0,"model":"b","messages":[]}', tools: '[]' }, [turn('Hi')], 0);
    expect(body).toEqual({ temperature: 0, model: 'a', messages: [{ role: 'user', content: 'Hi' }] });
  });
});

describe('settingsProblem', () => {
  it('names what is wrong', () => {
    expect(settingsProblem(SETTINGS)).toBeNull();
    expect(settingsProblem({ ...SETTINGS, parameters: '[1]' })).toMatch(/Parameters must be an object/);
    expect(settingsProblem({ ...SETTINGS, tools: '{}' })).toMatch(/Tools must be a list/);
    expect(settingsProblem({ ...SETTINGS, tools: '[' })).toMatch(/Tools are not valid JSON/);
  });
});
