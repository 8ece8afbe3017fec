// The AI SDK's own telemetry, made into OpenInference by the span processor of openinference-vercel.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createOpenAI } from '@ai-sdk/openai';
import { isOpenInferenceSpan, OpenInferenceSimpleSpanProcessor } from '@arizeai/openinference-vercel';
import { generateText, stepCountIs, streamText, tool } from 'ai';
import { z } from 'zod';
import { key, model, textOf, tracing, url } from './weir.js';

const { provider, find } = tracing('vercel', exporter => new OpenInferenceSimpleSpanProcessor({ exporter, spanFilter: isOpenInferenceSpan }));
const chat = createOpenAI({ baseURL: `${url}/api/v1`, apiKey: key }).chat(model);
const telemetry = { isEnabled: true, tracer: provider.getTracer('ai') };

after(() => provider.shutdown());

test('a text becomes an LLM span with model, provider, tokens and messages', async () => {
  const answer = await generateText({ model: chat, system: 'Be brief.', prompt: 'What is one?', maxRetries: 0, experimental_telemetry: telemetry });

  const span = await find(span => span.span_kind === 'LLM' && says(span, 'What is one?'));

  assert.equal(span.model, model);
  assert.equal(span.provider, 'openai');
  assert.equal(span.prompt_tokens, answer.usage.inputTokens);
  assert.equal(span.completion_tokens, answer.usage.outputTokens);
  assert.equal(textOf(span.content.input_messages.find(message => message.role === 'user')), 'What is one?');
  assert.ok(span.content.output.text.includes(answer.text) || textOf(span.content.output_messages[0]) === answer.text);
});

test('a stream has its whole text', async () => {
  const text = await streamText({ model: chat, prompt: 'What is two?', maxRetries: 0, experimental_telemetry: telemetry }).text;

  const span = await find(span => span.span_kind === 'LLM' && says(span, 'What is two?') && says(span, text));

  assert.ok(text.length > 0);
  assert.ok(span.completion_tokens > 0);
});

test('tools that were called are shown, and have spans', async () => {
  const weather = tool({ description: 'The weather of a city', inputSchema: z.object({ city: z.string() }), execute: async ({ city }) => `It is 21 degrees in ${city}.` });
  await generateText({ model: chat, prompt: 'What is the weather in Bergen?', tools: { get_weather: weather }, stopWhen: stepCountIs(2), maxRetries: 0, experimental_telemetry: telemetry });

  const used = await find(span => span.span_kind === 'TOOL');
  const span = await find(span => span.span_kind === 'LLM' && says(span, 'get_weather'));

  assert.match(JSON.stringify(used.content.output ?? used.attributes), /21 degrees/);
  assert.ok(span.content.output_messages.concat(span.content.input_messages).some(message => message.tool_calls.some(call => call.name === 'get_weather')));
});

test('a call that fails becomes a failed span that says why', async () => {
  const wrong = createOpenAI({ baseURL: `${url}/api/v1`, apiKey: key }).chat('nobody/has-this');
  await assert.rejects(generateText({ model: wrong, prompt: 'What is three?', maxRetries: 0, experimental_telemetry: telemetry }));

  const span = await find(span => span.status_code === 'ERROR' && says(span, 'What is three?'));

  assert.equal(span.status, 'ERROR');
  assert.match(span.status_message + JSON.stringify(span.events), /nobody\/has-this/);
});

function says(span, text) {
  return JSON.stringify(span.attributes).includes(JSON.stringify(text).slice(1, -1));
}
