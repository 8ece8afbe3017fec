// A Mastra agent that calls a tool, over an address that speaks as OpenRouter does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Agent } from '@mastra/core/agent';
import { createTool } from '@mastra/core/tools';
import { z } from 'zod';
import { key, model, url } from './weir.js';

const asked = [];
const weather = createTool({
  id: 'get_weather',
  description: 'The weather of a city',
  inputSchema: z.object({ city: z.string() }),
  outputSchema: z.object({ degrees: z.number() }),
  execute: async ({ context }) => {
    asked.push(context.city);
    return { degrees: 21 };
  },
});

const agent = tools => new Agent({ name: 'weather', instructions: 'Be brief.', model: { id: `weir/${model}`, url, apiKey: key }, tools });

test('an agent answers, with usage', async () => {
  const answer = await agent({}).generate('Say this is a test');

  assert.ok(answer.text.length > 0);
  assert.equal(answer.finishReason, 'stop');
  assertUsage(answer.usage);
});

test('an agent streams', async () => {
  const answer = await agent({}).stream('Say this is a test');
  const pieces = [];
  for await (const piece of answer.textStream) {
    pieces.push(piece);
  }

  assert.ok(pieces.length > 1, 'text comes in more than one piece');
  assertUsage(await answer.usage);
});

for (const streamed of [false, true]) {
  test(`an agent calls its tool and goes on with the result (stream: ${streamed})`, async () => {
    asked.length = 0;
    const options = { maxSteps: 3 };
    const question = 'What is the weather in Bergen?';
    const text = streamed ? await (await agent({ weather }).stream(question, options)).text : (await agent({ weather }).generate(question, options)).text;

    assert.equal(asked.length, 1);
    assert.equal(typeof asked[0], 'string');
    assert.ok(text.length > 0);
  });
}

test('structured output fits its schema', async () => {
  const schema = z.object({ city: z.string(), degrees: z.number() });

  const answer = await agent({}).generate('What is the weather in Bergen?', { structuredOutput: { schema } });

  assert.ok(schema.safeParse(answer.object).success, JSON.stringify(answer.object));
});

function assertUsage(usage) {
  assert.ok(usage.inputTokens > 0);
  assert.ok(usage.outputTokens > 0);
}
