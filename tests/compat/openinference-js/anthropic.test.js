// The instrumentation of Anthropic's client, which calls the same Weir that its spans go to.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import { AnthropicInstrumentation } from '@arizeai/openinference-instrumentation-anthropic';
import { key, model, textOf, tracing, url } from './weir.js';

const { provider, find } = tracing('anthropic');
new AnthropicInstrumentation({ tracerProvider: provider }).manuallyInstrument(Anthropic);
const client = new Anthropic({ baseURL: `${url}/api`, apiKey: key, authToken: null, maxRetries: 0 });
const tools = [{ name: 'get_weather', description: 'The weather of a city', input_schema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] } }];

after(() => provider.shutdown());

test('a message becomes an LLM span with model, provider, tokens and messages', async () => {
  const answer = await client.messages.create({ model, max_tokens: 256, system: 'Be brief.', messages: [{ role: 'user', content: 'What is one?' }] });

  const span = await find(span => asks(span, 'What is one?'));

  assert.equal(span.kind, 'LLM');
  assert.equal(span.model, model);
  assert.equal(span.provider, 'anthropic');
  assert.equal(span.prompt_tokens, answer.usage.input_tokens);
  assert.equal(span.completion_tokens, answer.usage.output_tokens);
  assert.equal(textOf(span.content.input_messages.find(message => message.role === 'user')), 'What is one?');
  assert.equal(textOf(span.content.output_messages[0]), answer.content[0].text);
});

test('a stream becomes an LLM span with the whole text', async () => {
  let text = '';
  for await (const event of await client.messages.create({ model, max_tokens: 256, messages: [{ role: 'user', content: 'What is two?' }], stream: true })) {
    text += event.delta?.text ?? '';
  }

  const span = await find(span => asks(span, 'What is two?'));

  assert.ok(text.length > 0);
  assert.equal(textOf(span.content.output_messages[0]), text);
  assert.ok(span.completion_tokens > 0);
});

test('tools that were offered and called are shown', async () => {
  const answer = await client.messages.create({ model, max_tokens: 256, messages: [{ role: 'user', content: 'What is the weather in Paris?' }], tools });
  const use = answer.content.find(block => block.type === 'tool_use');

  const span = await find(span => asks(span, 'What is the weather in Paris?'));

  assert.deepEqual(span.content.tools.map(tool => tool.name), ['get_weather']);
  const [called] = span.content.output_messages.flatMap(message => message.tool_calls);
  assert.equal(called.name, 'get_weather');
  assert.deepEqual(JSON.parse(called.arguments.text), use.input);
});

test('a call that fails becomes a failed span that says why', async () => {
  await assert.rejects(client.messages.create({ model: 'nobody/has-this', max_tokens: 16, messages: [{ role: 'user', content: 'What is three?' }] }));

  const span = await find(span => asks(span, 'What is three?'));

  assert.equal(span.status, 'ERROR');
  assert.match(span.status_message + JSON.stringify(span.events), /nobody\/has-this/);
});

function asks(span, question) {
  return JSON.stringify(span.attributes).includes(question) && span.span_kind === 'LLM';
}
