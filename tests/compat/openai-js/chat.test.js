// The official OpenAI client with nothing changed but the base address, the key and the model.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import OpenAI from 'openai';

const url = required('WEIR_URL').replace(/\/$/, '');
const key = required('WEIR_KEY');
const model = 'meta-llama/llama-3.1-8b-instruct:free';
const client = new OpenAI({ baseURL: `${url}/api/v1`, apiKey: key, maxRetries: 0 });

test('a completion has text, an id of ours and a cost', async () => {
  const completion = await client.chat.completions.create({
    model,
    messages: [{ role: 'user', content: 'Say this is a test' }],
  });

  assert.match(completion.id, /^gen-/);
  assert.equal(completion.object, 'chat.completion');
  assert.equal(completion.model, model);
  assert.equal(completion.choices[0].message.role, 'assistant');
  assert.ok(completion.choices[0].message.content.length > 0);
  assert.ok(completion.choices[0].finish_reason);
  assertUsage(completion.usage);
});

test('a stream brings the text in pieces, then usage with its cost', async () => {
  const stream = await client.chat.completions.create({
    model,
    messages: [{ role: 'user', content: 'Say this is a test' }],
    stream: true,
    stream_options: { include_usage: true },
  });

  const chunks = [];
  for await (const chunk of stream) {
    chunks.push(chunk);
  }

  const pieces = chunks.map(chunk => chunk.choices[0]?.delta?.content ?? '').filter(piece => piece.length > 0);
  assert.ok(pieces.length > 1, 'text comes in more than one piece');
  assert.ok(chunks.every(chunk => chunk.id === chunks[0].id));
  assert.match(chunks[0].id, /^gen-/);
  assert.ok(chunks.some(chunk => chunk.choices[0]?.finish_reason));
  assertUsage(chunks.at(-1).usage);
});

test('the stream helper assembles the same message', async () => {
  const stream = client.chat.completions.stream({ model, messages: [{ role: 'user', content: 'Say this is a test' }] });
  let text = '';
  stream.on('content', delta => {
    text += delta;
  });

  const completion = await stream.finalChatCompletion();

  assert.ok(text.length > 0);
  assert.equal(completion.choices[0].message.content, text);
});

test('leaving a stream early does not throw', async () => {
  const stream = await client.chat.completions.create({ model, messages: [{ role: 'user', content: 'Tell a long story' }], stream: true });

  for await (const chunk of stream) {
    assert.match(chunk.id, /^gen-/);
    break;
  }

  assert.ok(stream.controller.signal.aborted);
});

for (const stream of [false, true]) {
  test(`an unknown model is a bad request (stream: ${stream})`, async () => {
    const asked = client.chat.completions.create({ model: 'nobody/nothing', messages: [{ role: 'user', content: 'Hello' }], stream });

    await assert.rejects(asked, error => {
      assert.ok(error instanceof OpenAI.BadRequestError);
      assert.equal(error.status, 400);
      assert.match(error.message, /nobody\/nothing/);
      return true;
    });
  });
}

test('an unknown key is an authentication error', async () => {
  const stranger = new OpenAI({ baseURL: `${url}/api/v1`, apiKey: 'sk-or-v1-wrong', maxRetries: 0 });

  await assert.rejects(stranger.chat.completions.create({ model, messages: [{ role: 'user', content: 'Hello' }] }), OpenAI.AuthenticationError);
});

test('the model is listed', async () => {
  const ids = [];
  for await (const listed of client.models.list()) {
    ids.push(listed.id);
  }

  assert.ok(ids.includes(model));
});

function assertUsage(usage) {
  assert.ok(usage.prompt_tokens > 0);
  assert.ok(usage.completion_tokens > 0);
  assert.equal(usage.total_tokens, usage.prompt_tokens + usage.completion_tokens);
  assert.equal(typeof usage.cost, 'number');
}

function required(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: start ./weir serve, then set WEIR_URL to its address and WEIR_KEY to its inference key.`);
  }

  return value;
}
