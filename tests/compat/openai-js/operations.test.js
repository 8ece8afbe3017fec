// Everything that is not a conversation, and what goes wrong.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import OpenAI, { toFile } from 'openai';
import { key, url } from '../routed/client.mjs';

const client = new OpenAI({ baseURL: `${url}/api/v1`, apiKey: key, maxRetries: 0 });

test('embeddings: the client asks for base64 unasked, and gets the numbers a list of floats would hold', async () => {
  const asked = await client.embeddings.create({ model: 'acme/embedding', input: ['one', 'two'] });
  const floats = await client.embeddings.create({ model: 'acme/embedding', input: ['one', 'two'], encoding_format: 'float' });

  assert.equal(asked.data.length, 2);
  assert.ok(Array.isArray(asked.data[0].embedding));
  assert.equal(asked.data[0].embedding.length, floats.data[0].embedding.length);
  asked.data[1].embedding.forEach((number, index) => assert.ok(Math.abs(number - floats.data[1].embedding[index]) < 1e-6));
  assert.ok(asked.usage.prompt_tokens > 0);
});

test('embeddings: dimensions are honoured', async () => {
  const { data } = await client.embeddings.create({ model: 'acme/embedding', input: 'one', dimensions: 64 });

  assert.equal(data[0].embedding.length, 64);
});

test('images: a picture comes as base64', async () => {
  const { data } = await client.images.generate({ model: 'acme/image', prompt: 'A red circle' });

  assert.deepEqual([...Buffer.from(data[0].b64_json, 'base64').subarray(1, 4)], [...Buffer.from('PNG')]);
});

test('speech and transcription: what was spoken can be sent back', async () => {
  const spoken = await client.audio.speech.create({ model: 'acme/speech', voice: 'alloy', input: 'Hello there, this is a test', response_format: 'mp3' });
  const sound = Buffer.from(await spoken.arrayBuffer());
  assert.ok(sound.length > 0);

  const heard = await client.audio.transcriptions.create({ model: 'acme/transcribe', file: await toFile(sound, 'speech.mp3') });
  assert.ok(heard.text.length > 0);
});

test('models: the list and one of it', async () => {
  const ids = [];
  for await (const model of client.models.list()) {
    ids.push(model.id);
  }

  assert.ok(ids.includes('acme/openai'));
  const one = await client.models.retrieve('acme/openai');
  assert.equal(one.id, 'acme/openai');
});

for (const [model, kind, status] of [
  ['acme/limited', OpenAI.RateLimitError, 429],
  ['acme/overloaded', OpenAI.InternalServerError, undefined],
]) {
  for (const stream of [false, true]) {
    test(`errors: ${model} (stream: ${stream}) has its class, status and code`, async () => {
      await assert.rejects(client.chat.completions.create({ model, messages: [{ role: 'user', content: 'Hello' }], stream }), error => {
        assert.ok(error instanceof kind, `${error.constructor.name}: ${error.message}`);
        assert.equal(error.status, status ?? error.status);
        assert.equal(error.code, error.status);
        return true;
      });
    });
  }
}

test('errors: the client tries again by itself when it is told to', async () => {
  let calls = 0;
  const stubborn = new OpenAI({
    baseURL: `${url}/api/v1`,
    apiKey: key,
    maxRetries: 1,
    fetch: (...sent) => {
      calls++;
      return fetch(...sent);
    },
  });

  await assert.rejects(stubborn.chat.completions.create({ model: 'acme/limited', messages: [{ role: 'user', content: 'Hello' }] }), OpenAI.RateLimitError);
  assert.equal(calls, 2);
});

for (const stream of [false, true]) {
  test(`abort: a call ends when its signal says so (stream: ${stream})`, async () => {
    const abort = new AbortController();
    const started = performance.now();
    setTimeout(() => abort.abort(), 300);

    const asked = client.chat.completions.create({ model: 'acme/slow', messages: [{ role: 'user', content: 'Hello' }], stream }, { signal: abort.signal });

    await assert.rejects(asked, OpenAI.APIUserAbortError);
    assert.ok(performance.now() - started < 5000);
  });
}
