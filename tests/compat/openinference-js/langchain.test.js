// The instrumentation of LangChain: chains, models and tools are one tree.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { LangChainInstrumentation } from '@arizeai/openinference-instrumentation-langchain';
import * as callbacks from '@langchain/core/callbacks/manager';
import { ChatPromptTemplate } from '@langchain/core/prompts';
import { tool } from '@langchain/core/tools';
import { ChatOpenAI } from '@langchain/openai';
import { z } from 'zod';
import { key, model, textOf, tracing, url } from './weir.js';

const { provider, find } = tracing('langchain');
new LangChainInstrumentation({ tracerProvider: provider }).manuallyInstrument(callbacks);
const chat = new ChatOpenAI({ model, apiKey: key, maxRetries: 0, configuration: { baseURL: `${url}/api/v1` } });

after(() => provider.shutdown());

test('a chain is the parent of its model, whose span has model, tokens and messages', async () => {
  const chain = ChatPromptTemplate.fromMessages([['system', 'Be brief.'], ['user', '{question}']]).pipe(chat);
  const answer = await chain.invoke({ question: 'What is one?' });

  const span = await find(span => span.span_kind === 'LLM' && says(span, 'What is one?'));
  const top = await find(span => span.span_kind === 'CHAIN' && span.parent_id === null && says(span, 'What is one?'));

  assert.equal(span.trace_id, top.trace_id);
  assert.equal(span.model, model);
  assert.equal(span.prompt_tokens, answer.usage_metadata.input_tokens);
  assert.equal(span.completion_tokens, answer.usage_metadata.output_tokens);
  assert.deepEqual(span.content.input_messages.map(message => message.role), ['system', 'user']);
  assert.equal(textOf(span.content.input_messages[1]), 'What is one?');
  assert.equal(textOf(span.content.output_messages[0]), answer.text);
});

test('a stream has its whole text', async () => {
  let text = '';
  for await (const piece of await chat.stream('What is two?')) {
    text += piece.text;
  }

  const span = await find(span => span.span_kind === 'LLM' && says(span, 'What is two?'));

  assert.ok(text.length > 0);
  assert.equal(textOf(span.content.output_messages[0]), text);
});

test('a tool that a model calls is shown with its arguments, and the tool has a span', async () => {
  const weather = tool(async ({ city }) => `It is 21 degrees in ${city}.`, { name: 'get_weather', description: 'The weather of a city', schema: z.object({ city: z.string() }) });
  const answer = await chat.bindTools([weather]).invoke('What is the weather in Bergen?');
  await weather.invoke(answer.tool_calls[0]);

  const span = await find(span => span.span_kind === 'LLM' && says(span, 'What is the weather in Bergen?'));
  const used = await find(span => span.span_kind === 'TOOL' && span.name === 'get_weather');

  const [called] = span.content.output_messages.flatMap(message => message.tool_calls);
  assert.equal(called.name, 'get_weather');
  assert.deepEqual(JSON.parse(called.arguments.text), answer.tool_calls[0].args);
  assert.match(used.content.output.text, /21 degrees/);
});

test('a call that fails becomes a failed span that says why', async () => {
  const wrong = new ChatOpenAI({ model: 'nobody/has-this', apiKey: key, maxRetries: 0, configuration: { baseURL: `${url}/api/v1` } });
  await assert.rejects(wrong.invoke('What is three?'));

  const span = await find(span => span.span_kind === 'LLM' && says(span, 'What is three?'));

  assert.equal(span.status, 'ERROR');
  assert.match(span.status_message + JSON.stringify(span.events), /nobody\/has-this/);
});

function says(span, text) {
  return JSON.stringify(span.attributes).includes(text);
}
