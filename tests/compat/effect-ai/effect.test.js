// Effect's OpenRouter client decodes every answer with schemas made of OpenRouter's API description: a member that is wrong fails the call.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LanguageModel, Tool, Toolkit } from '@effect/ai';
import { OpenRouterClient, OpenRouterLanguageModel } from '@effect/ai-openrouter';
import { FetchHttpClient } from '@effect/platform';
import { Chunk, Effect, Layer, Redacted, Schema, Stream } from 'effect';
import { key, model, url } from './weir.js';

const client = OpenRouterClient.layer({ apiKey: Redacted.make(key), apiUrl: url }).pipe(Layer.provide(FetchHttpClient.layer));
const weather = Toolkit.make(
  Tool.make('get_weather', { description: 'The weather of a city', parameters: { city: Schema.String }, success: Schema.Struct({ degrees: Schema.Number }) }),
);
const handlers = weather.toLayer({ get_weather: () => Effect.succeed({ degrees: 21 }) });

const run = (effect, slug = model) => Effect.runPromise(effect.pipe(Effect.provide(OpenRouterLanguageModel.layer({ model: slug })), Effect.provide(handlers), Effect.provide(client)));

test('text, a finish reason and usage', async () => {
  const answer = await run(LanguageModel.generateText({ prompt: 'Say this is a test' }));

  assert.ok(answer.text.length > 0);
  assert.equal(answer.finishReason, 'stop');
  assertUsage(answer.usage);
});

test('a stream brings the text in pieces, then usage', async () => {
  const parts = await partsOf(LanguageModel.streamText({ prompt: 'Say this is a test' }));

  assert.ok(parts.filter(part => part.type === 'text-delta').length > 1, 'text comes in more than one piece');
  const finish = parts.at(-1);
  assert.equal(finish.type, 'finish');
  assertUsage(finish.usage);
});

test('a tool is called and its handler answers', async () => {
  const answer = await run(LanguageModel.generateText({ prompt: 'What is the weather in Bergen?', toolkit: weather }));

  assert.equal(answer.toolCalls.length, 1);
  assert.equal(answer.toolCalls[0].name, 'get_weather');
  assert.equal(answer.toolResults[0].result.degrees, 21);
});

test('a tool is called in a stream', async () => {
  const parts = await partsOf(LanguageModel.streamText({ prompt: 'What is the weather in Bergen?', toolkit: weather }));

  assert.equal(parts.filter(part => part.type === 'tool-call').length, 1);
  assert.equal(parts.filter(part => part.type === 'tool-result').length, 1);
});

test('an object fits its schema', async () => {
  const schema = Schema.Struct({ city: Schema.String, degrees: Schema.Number });

  const answer = await run(LanguageModel.generateObject({ prompt: 'What is the weather in Bergen?', schema, objectName: 'weather' }));

  assert.ok(Schema.is(schema)(answer.value));
});

test('an unknown model is a failure', async () => {
  await assert.rejects(run(LanguageModel.generateText({ prompt: 'Hello' }), 'nobody/nothing'), /400/);
});

const partsOf = async stream => Chunk.toReadonlyArray(await run(Stream.runCollect(stream)));

function assertUsage(usage) {
  assert.ok(usage.inputTokens > 0);
  assert.ok(usage.outputTokens > 0);
  assert.equal(usage.totalTokens, usage.inputTokens + usage.outputTokens);
}
