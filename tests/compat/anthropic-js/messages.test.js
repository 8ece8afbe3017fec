// The official Anthropic client with nothing changed but the base address, the key and the model.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import { key, models, simulated, url } from '../routed/client.mjs';

const client = new Anthropic({ baseURL: `${url}/api`, apiKey: key, authToken: null, maxRetries: 0 });
const question = [{ role: 'user', content: 'What is the weather in Paris?' }];
const tools = [
  {
    name: 'get_weather',
    description: 'The weather of a city',
    input_schema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
];

for (const model of models) {
  test(`${model}: a message is answered`, async () => {
    const message = await client.messages.create({ model, max_tokens: 512, system: 'Be brief.', messages: question });

    assert.equal(message.type, 'message');
    assert.equal(message.role, 'assistant');
    assert.equal(message.model, model);
    assert.equal(message.stop_reason, 'end_turn');
    assert.equal(message.content[0].type, 'text');
    assert.ok(message.content[0].text.length > 0);
    assert.ok(message.usage.input_tokens > 0);
    assert.ok(message.usage.output_tokens > 0);
  });

  test(`${model}: the stream helper assembles the message`, async () => {
    const stream = client.messages.stream({ model, max_tokens: 512, messages: question });
    let text = '';
    stream.on('text', delta => {
      text += delta;
    });

    const message = await stream.finalMessage();

    assert.ok(text.length > 0);
    assert.equal(message.content.find(block => block.type === 'text').text, text);
    assert.equal(message.stop_reason, 'end_turn');
    assert.ok(message.usage.output_tokens > 0);
  });

  for (const stream of [false, true]) {
    test(`${model}: a tool is called and its result taken (stream: ${stream})`, async () => {
      const ask = messages => {
        const body = { model, max_tokens: 512, messages, tools };
        return stream ? client.messages.stream(body).finalMessage() : client.messages.create(body);
      };
      const first = await ask(question);

      assert.equal(first.stop_reason, 'tool_use');
      const call = first.content.find(block => block.type === 'tool_use');
      assert.equal(call.name, 'get_weather');
      assert.equal(typeof call.input.city, 'string');

      const result = { type: 'tool_result', tool_use_id: call.id, content: 'It is sunny.' };
      const next = await ask([...question, { role: 'assistant', content: first.content }, { role: 'user', content: [result] }]);

      assert.equal(next.stop_reason, 'end_turn');
      assert.ok(next.content.find(block => block.type === 'text').text.length > 0);
    });
  }
}

for (const model of simulated) {
  for (const stream of [false, true]) {
    test(`${model}: thinking is shown, and the next turn may bring it back (stream: ${stream})`, async () => {
      const ask = messages => {
        const body = { model, max_tokens: 4096, thinking: { type: 'enabled', budget_tokens: 1024 }, messages };
        return stream ? client.messages.stream(body).finalMessage() : client.messages.create(body);
      };
      const first = await ask(question);

      const thought = first.content.find(block => block.type === 'thinking');
      assert.ok(thought.thinking.length > 0);
      // Only Claude's thinking has a form here; that of others travels in a redacted block.
      assert.ok(thought.signature.length > 0 || first.content.some(block => block.type === 'redacted_thinking'));

      const next = await ask([...question, { role: 'assistant', content: first.content }, { role: 'user', content: 'And tomorrow?' }]);

      assert.ok(next.content.find(block => block.type === 'text').text.length > 0);
    });
  }

  test(`${model}: tokens are counted`, async () => {
    const short = await client.messages.countTokens({ model, messages: question });
    const long = await client.messages.countTokens({ model, messages: question, tools });

    assert.ok(short.input_tokens > 0);
    assert.ok(long.input_tokens > short.input_tokens);
  });
}

test('the models are listed', async () => {
  const ids = [];
  for await (const model of client.models.list()) {
    assert.equal(model.type, 'model');
    ids.push(model.id);
  }

  assert.ok(ids.includes('acme/anthropic'));
  const one = await client.models.retrieve('acme/anthropic');
  assert.equal(one.id, 'acme/anthropic');
  assert.equal(one.type, 'model');
});

test('a bearer token is as good as x-api-key', async () => {
  const bearer = new Anthropic({ baseURL: `${url}/api`, apiKey: null, authToken: key, maxRetries: 0 });

  const message = await bearer.messages.create({ model: 'acme/anthropic', max_tokens: 64, messages: question });

  assert.equal(message.type, 'message');
});

const stranger = new Anthropic({ baseURL: `${url}/api`, apiKey: 'sk-or-v1-wrong', authToken: null, maxRetries: 0 });
const hello = { model: 'acme/anthropic', max_tokens: 64, messages: question };
for (const [what, asked, kind, type] of [
  ['an unknown key', () => stranger.messages.create(hello), Anthropic.AuthenticationError, 'authentication_error'],
  ['an unknown model', () => client.messages.create({ ...hello, model: 'nobody/nothing' }), Anthropic.BadRequestError, 'invalid_request_error'],
  ['no messages', () => client.messages.create({ ...hello, messages: [] }), Anthropic.BadRequestError, 'invalid_request_error'],
  ['a limit', () => client.messages.create({ ...hello, model: 'acme/limited' }), Anthropic.RateLimitError, 'rate_limit_error'],
  ['a limit, streamed', () => client.messages.stream({ ...hello, model: 'acme/limited' }).finalMessage(), Anthropic.RateLimitError, 'rate_limit_error'],
  ['an overload', () => client.messages.create({ ...hello, model: 'acme/overloaded' }), Anthropic.InternalServerError, undefined],
]) {
  test(`errors: ${what} has its class and type`, async () => {
    await assert.rejects(asked(), error => {
      assert.ok(error instanceof kind, `${error.constructor.name}: ${error.message}`);
      assert.equal(error.error.type, 'error');
      assert.equal(error.error.error.type, type ?? error.error.error.type);
      assert.ok(error.error.error.message.length > 0);
      return true;
    });
  });
}
