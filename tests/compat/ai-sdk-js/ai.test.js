// The AI SDK over its OpenRouter provider, with nothing changed but the base address, the key and the model.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import { embedMany, generateObject, generateText, stepCountIs, streamObject, streamText, tool } from 'ai';
import { z } from 'zod';
import { key, models, simulated, url } from '../routed/client.mjs';

const openrouter = createOpenRouter({ baseURL: `${url}/api/v1`, apiKey: key });
const prompt = 'What is the weather in Paris?';
const maxRetries = 0;
const Person = z.object({ name: z.string(), age: z.number().int() });

for (const model of models) {
  test(`${model}: generateText`, async () => {
    const { text, finishReason, usage } = await generateText({ model: openrouter(model), prompt, maxRetries });

    assert.ok(text.length > 0);
    assert.equal(finishReason, 'stop');
    assert.ok(usage.outputTokens > 0);
  });

  test(`${model}: streamText`, async () => {
    const result = streamText({ model: openrouter(model), prompt, maxRetries, onError: rethrow });
    let text = '';
    for await (const piece of result.textStream) {
      text += piece;
    }

    assert.ok(text.length > 0);
    assert.equal(await result.finishReason, 'stop');
    assert.ok((await result.usage).outputTokens > 0);
  });

  for (const stream of [false, true]) {
    test(`${model}: a tool loop (stream: ${stream})`, async () => {
      const asked = [];
      const request = {
        model: openrouter(model),
        prompt,
        maxRetries,
        stopWhen: stepCountIs(3),
        tools: {
          get_weather: tool({
            description: 'The weather of a city',
            inputSchema: z.object({ city: z.string() }),
            execute: ({ city }) => {
              asked.push(city);
              return 'It is sunny.';
            },
          }),
        },
      };

      const result = stream ? streamText({ ...request, onError: rethrow }) : await generateText(request);
      const text = await result.text;

      assert.equal(asked.length, 1);
      assert.ok(text.length > 0);
    });
  }
}

for (const model of simulated) {
  test(`${model}: generateObject and streamObject keep to the schema`, async () => {
    const { object } = await generateObject({ model: openrouter(model), schema: Person, prompt: 'Invent a person', maxRetries });
    const streamed = streamObject({ model: openrouter(model), schema: Person, prompt: 'Invent a person', maxRetries, onError: rethrow });
    let last;
    for await (const partial of streamed.partialObjectStream) {
      last = partial;
    }

    assert.ok(Person.safeParse(object).success);
    assert.ok(Person.safeParse(last).success);
  });

  test(`${model}: reasoning, whole, streamed, and in the next turn`, async () => {
    const request = { model: openrouter(model, { reasoning: { max_tokens: 1024 } }), maxOutputTokens: 4096, maxRetries };
    const first = await generateText({ ...request, prompt });
    const streamed = streamText({ ...request, prompt, onError: rethrow });

    assert.ok(first.reasoningText.length > 0);
    assert.ok((await streamed.reasoningText).length > 0);
    const messages = [{ role: 'user', content: prompt }, ...first.response.messages, { role: 'user', content: 'And tomorrow?' }];
    const next = await generateText({ ...request, messages });
    assert.ok(next.text.length > 0);
  });

  test(`${model}: usage accounting tells the cost`, async () => {
    const { providerMetadata } = await generateText({ model: openrouter(model, { usage: { include: true } }), prompt, maxRetries });

    assert.ok(providerMetadata.openrouter.usage.cost > 0);
    assert.match(providerMetadata.openrouter.provider, /^sim-/);
  });
}

test('a picture is an output file', async () => {
  const { files } = await generateText({
    model: openrouter('acme/image', { extraBody: { modalities: ['image', 'text'] } }),
    prompt: 'A red circle',
    maxRetries,
  });

  assert.equal(files[0].mediaType, 'image/png');
  assert.ok(files[0].uint8Array.length > 0);
});

test('embedMany', async () => {
  const { embeddings } = await embedMany({ model: openrouter.textEmbeddingModel('acme/embedding'), values: ['one', 'two'], maxRetries });

  assert.equal(embeddings.length, 2);
  assert.ok(embeddings[0].length > 0);
});

test('a legacy completion', async () => {
  const { text } = await generateText({ model: openrouter.completion('acme/openai'), prompt: 'Once upon a time', maxRetries });

  assert.ok(text.length > 0);
});

test('an error has its status and says whether to try again', async () => {
  await assert.rejects(generateText({ model: openrouter('acme/limited'), prompt, maxRetries }), error => {
    assert.equal(error.statusCode, 429);
    assert.equal(error.isRetryable, true);
    return true;
  });
});

function rethrow({ error }) {
  throw error;
}
