import { describe, expect, it } from 'vitest';
import { grow, tokensPerSecond } from './stream';
import { EMPTY_ANSWER } from './types';

describe('grow', () => {
  it('adds text and thoughts, and takes up usage when it comes', () => {
    let answer = grow(EMPTY_ANSWER, { provider: 'Acme', choices: [{ delta: { reasoning: 'Hm. ' } }] });
    answer = grow(answer, { choices: [{ delta: { content: 'Hel' } }] });
    answer = grow(answer, { choices: [{ delta: { content: 'lo' }, finish_reason: 'stop' }], usage: { prompt_tokens: 3, completion_tokens: 2, cost: 0.5 } });
    expect(answer).toMatchObject({ text: 'Hello', reasoning: 'Hm. ', provider: 'Acme', finishReason: 'stop', stats: { promptTokens: 3, completionTokens: 2, cost: 0.5 } });
  });

  it('puts the pieces of several tool calls together', () => {
    let answer = grow(EMPTY_ANSWER, { choices: [{ delta: { tool_calls: [{ index: 0, id: 'a', function: { name: 'find', arguments: '{"q"' } }] } }] });
    answer = grow(answer, { choices: [{ delta: { tool_calls: [{ index: 1, id: 'b', function: { name: 'add', arguments: '{}' } }, { index: 0, function: { arguments: ':1}' } }] } }] });
    expect(answer.toolCalls).toEqual([
      { id: 'a', name: 'find', arguments: '{"q":1}' },
      { id: 'b', name: 'add', arguments: '{}' },
    ]);
  });

  it('goes past chunks that say nothing', () => {
    expect(grow(EMPTY_ANSWER, { choices: [] }).text).toBe('');
    expect(grow(EMPTY_ANSWER, { choices: [{ delta: { content: null, tool_calls: null } }] }).toolCalls).toEqual([]);
  });
});

const answer = (firstMs: number | null, totalMs: number, completionTokens: number | null) => ({ ...EMPTY_ANSWER, stats: { firstMs, totalMs, promptTokens: 1, completionTokens, cost: null } });

describe('tokensPerSecond', () => {
  it('counts from the first token on, and says nothing where nothing was measured', () => {
    expect(tokensPerSecond(answer(1000, 3000, 100))).toBe(50);
    expect(tokensPerSecond(answer(null, 3000, 100))).toBeNull();
    expect(tokensPerSecond(answer(2999, 3000, 100))).toBeNull();
    expect(tokensPerSecond(answer(0, 1000, null))).toBeNull();
  });
});
