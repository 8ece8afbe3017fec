import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as errors from '@openrouter/sdk/models/errors';
import { client, itemsOf, manager, stranger } from './client.js';

const chat = { chatRequest: { model: 'acme/openai', messages: [{ role: 'user', content: 'Hello' }] } };

test('embeddings', async () => {
  const { data, usage } = await client.embeddings.generate({ requestBody: { model: 'acme/embedding', input: ['one', 'two'] } });

  assert.equal(data.length, 2);
  assert.ok(data[0].embedding.length > 0);
  assert.ok(usage.promptTokens > 0);
});

test('rerank', async () => {
  const { results } = await client.rerank.rerank({ requestBody: { model: 'acme/rerank', query: 'red apple', documents: ['a blue car', 'a red apple'] } });

  assert.equal(results[0].index, 1);
  assert.equal(results[0].document.text, 'a red apple');
});

test('images', async () => {
  const { data } = await client.images.generate({ imageGenerationRequest: { model: 'acme/image', prompt: 'A red circle' } });

  assert.ok(data[0].b64Json.length > 0);
});

test('speech', async () => {
  const sound = await client.tts.createSpeech({ speechRequest: { model: 'acme/speech', input: 'Hello', voice: 'alloy', responseFormat: 'mp3' } });

  assert.ok((await new Response(sound).arrayBuffer()).byteLength > 0);
});

test('models: the list, one of it, their number and endpoints', async () => {
  const listed = await itemsOf(client.models.list());
  const one = await client.models.get({ author: 'acme', slug: 'openai' });
  const count = await client.models.count();
  const endpoints = await client.endpoints.list({ author: 'acme', slug: 'openai' });

  assert.ok(listed.some(model => model.id === 'acme/openai'));
  assert.equal(one.data.id, 'acme/openai');
  assert.ok(count.data.count > 0);
  assert.equal(endpoints.data.endpoints.length, 1);
});

test('embedding models, image models, providers', async () => {
  const embedding = await itemsOf(client.embeddings.listModels());
  const images = await client.images.listModels();
  const providers = await client.providers.list();

  assert.ok(embedding.some(model => model.id === 'acme/embedding'));
  assert.ok(images.data.some(model => model.id === 'acme/image'));
  assert.ok(providers.data.some(provider => provider.slug === 'sim-openai'));
});

test('the current key', async () => {
  const { data } = await client.apiKeys.getCurrentKeyMetadata();

  assert.equal(data.isManagementKey, false);
});

test('keys are made, changed, listed, used and deleted', async () => {
  const made = await manager.apiKeys.create({ requestBody: { name: 'made by the client', limit: 5 } });
  const hash = made.data.hash;

  const changed = await manager.apiKeys.update({ hash, requestBody: { name: 'changed', disabled: true } });
  const read = await manager.apiKeys.get({ hash });
  const listed = await manager.apiKeys.list({ includeDisabled: true });
  const gone = await manager.apiKeys.delete({ hash });

  assert.match(made.key, /^sk-or-v1-/);
  assert.equal(changed.data.name, 'changed');
  assert.equal(read.data.disabled, true);
  assert.ok(listed.data.some(key => key.hash === hash));
  assert.equal(gone.deleted, true);
  await assert.rejects(manager.apiKeys.get({ hash }), errors.NotFoundResponseError);
});

test('the generation of an answer', async () => {
  const answer = await client.chat.send(chat);

  const { data } = await client.generations.getGeneration({ id: answer.id });

  assert.equal(data.id, answer.id);
  assert.equal(data.model, 'acme/openai');
  assert.equal(data.totalCost, answer.usage.cost);
});

test('errors have their classes', async () => {
  await assert.rejects(stranger.chat.send(chat), errors.UnauthorizedResponseError);
  await assert.rejects(client.chat.send({ chatRequest: { ...chat.chatRequest, model: 'nobody/nothing' } }), errors.BadRequestResponseError);
  await assert.rejects(client.chat.send({ chatRequest: { ...chat.chatRequest, model: 'acme/limited' } }), errors.TooManyRequestsResponseError);
  await assert.rejects(client.apiKeys.list(), error => error.statusCode === 401 || error.statusCode === 403);
  await assert.rejects(client.generations.getGeneration({ id: 'gen-unknown' }), errors.NotFoundResponseError);
});
