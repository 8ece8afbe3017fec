// LangChain's models with nothing changed but the base address, the key and the model: what holds for one integration holds for the other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages';
import { tool } from '@langchain/core/tools';
import { ChatOpenAI, OpenAIEmbeddings } from '@langchain/openai';
import { ChatOpenRouter } from '@langchain/openrouter';
import { z } from 'zod';
import { key, model, url } from './weir.js';

const openai = options => new ChatOpenAI({ model, apiKey: key, maxRetries: 0, configuration: { baseURL: url }, ...options });
const integrations = {
  '@langchain/openai, chat': options => openai(options),
  '@langchain/openai, responses': options => openai({ useResponsesApi: true, ...options }),
  '@langchain/openrouter': options => new ChatOpenRouter({ model, apiKey: key, baseURL: url, maxRetries: 0, ...options }),
};

// This client looks for usage only in chunks that have a choice; OpenRouter documents the last chunk without one.
const losesStreamedUsage = new Set(['@langchain/openrouter']);

// And asks for a schema only where its list of models says that a model takes one.
const methodsOf = name => (name === '@langchain/openrouter' ? ['functionCalling'] : ['jsonSchema', 'functionCalling']);

const weather = tool(async ({ city }) => `It is 21 degrees in ${city}.`, {
  name: 'get_weather',
  description: 'The weather of a city',
  schema: z.object({ city: z.string() }),
});

for (const [name, create] of Object.entries(integrations)) {
  test(`${name}: invoke gives text and usage`, async () => {
    const answer = await create().invoke([new SystemMessage('Be brief.'), new HumanMessage('Say this is a test')]);

    assert.ok(answer.text.length > 0);
    assertUsage(answer.usage_metadata);
  });

  test(`${name}: a stream brings the text in pieces, and usage`, async () => {
    let whole;
    let pieces = 0;
    for await (const chunk of await create().stream('Say this is a test')) {
      pieces += chunk.text.length > 0 ? 1 : 0;
      whole = whole === undefined ? chunk : whole.concat(chunk);
    }

    assert.ok(pieces > 1, 'text comes in more than one piece');
    if (!losesStreamedUsage.has(name)) {
      assertUsage(whole.usage_metadata);
    }
  });

  for (const streamed of [false, true]) {
    test(`${name}: a tool is called and its result is answered (stream: ${streamed})`, async () => {
      const bound = create().bindTools([weather]);
      const messages = [new HumanMessage('What is the weather in Bergen?')];
      const call = await ask(bound, messages, streamed);

      assert.equal(call.tool_calls.length, 1);
      assert.equal(call.tool_calls[0].name, 'get_weather');
      assert.equal(typeof call.tool_calls[0].args.city, 'string');

      const result = await weather.invoke(call.tool_calls[0]);
      assert.ok(result instanceof ToolMessage);
      const answer = await ask(bound, [...messages, call, result], streamed);

      assert.ok(answer.text.length > 0);
      assert.equal(answer.tool_calls.length, 0);
    });
  }

  for (const method of methodsOf(name)) {
    test(`${name}: structured output by ${method} fits the schema`, async () => {
      const schema = z.object({ city: z.string(), degrees: z.number(), sunny: z.boolean() });

      const { parsed } = await create().withStructuredOutput(schema, { name: 'weather', method, includeRaw: true }).invoke('What is the weather in Bergen?');

      assert.ok(schema.safeParse(parsed).success, JSON.stringify(parsed));
    });
  }

  test(`${name}: an unknown model is refused by its name`, async () => {
    await assert.rejects(create({ model: 'nobody/nothing' }).invoke('Hello'), /nobody\/nothing/);
  });

  test(`${name}: an aborted call ends`, async () => {
    const aborted = new AbortController();
    const stream = await create().stream('Tell a long story', { signal: aborted.signal });

    await assert.rejects(async () => {
      for await (const chunk of stream) {
        assert.ok(chunk);
        aborted.abort();
      }
    });
  });
}

test('embeddings of documents and of a query have the same length', async () => {
  const embeddings = new OpenAIEmbeddings({ model: 'sim/embedding', apiKey: key, maxRetries: 0, configuration: { baseURL: url } });

  const vectors = await embeddings.embedDocuments(['one', 'two']);
  const query = await embeddings.embedQuery('one');

  assert.equal(vectors.length, 2);
  assert.ok(query.length > 0);
  assert.equal(vectors[0].length, query.length);
  assert.notDeepEqual(vectors[0], vectors[1]);
});

async function ask(chat, messages, streamed) {
  if (!streamed) {
    return chat.invoke(messages);
  }

  let whole;
  for await (const chunk of await chat.stream(messages)) {
    whole = whole === undefined ? chunk : whole.concat(chunk);
  }

  return whole;
}

function assertUsage(usage) {
  assert.ok(usage.input_tokens > 0);
  assert.ok(usage.output_tokens > 0);
  assert.equal(usage.total_tokens, usage.input_tokens + usage.output_tokens);
}
