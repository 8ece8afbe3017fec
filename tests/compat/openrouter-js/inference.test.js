// The official OpenRouter client, which checks every answer against the API description: what it does not expect, it throws.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { models } from '../routed/client.mjs';
import { client } from './client.js';

const messages = [{ role: 'user', content: 'What is the weather in Paris?' }];
const parameters = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };
const tools = [{ type: 'function', function: { name: 'get_weather', description: 'The weather of a city', parameters } }];

for (const model of models) {
  test(`${model}: a chat is answered whole`, async () => {
    const result = await client.chat.send({ chatRequest: { model, messages } });

    assert.match(result.id, /^gen-/);
    assert.equal(result.model, model);
    assert.ok(result.choices[0].message.content.length > 0);
    assert.equal(result.choices[0].finishReason, 'stop');
    assert.ok(result.usage.cost > 0);
  });

  test(`${model}: a chat is streamed`, async () => {
    const stream = await client.chat.send({ chatRequest: { model, messages, stream: true } });

    let text = '';
    let usage;
    for await (const chunk of stream) {
      text += chunk.choices[0]?.delta.content ?? '';
      usage = chunk.usage ?? usage;
    }

    assert.ok(text.length > 0);
    assert.ok(usage.completionTokens > 0);
  });

  for (const stream of [false, true]) {
    test(`${model}: a tool is called and its result taken (stream: ${stream})`, async () => {
      const call = stream ? await streamedCall(model) : (await client.chat.send({ chatRequest: { model, messages, tools } })).choices[0].message.toolCalls[0];

      assert.equal(call.function.name, 'get_weather');
      assert.equal(typeof JSON.parse(call.function.arguments).city, 'string');
      const said = { role: 'assistant', content: null, toolCalls: [call] };
      const result = { role: 'tool', toolCallId: call.id, content: 'It is sunny.' };
      const next = await client.chat.send({ chatRequest: { model, messages: [...messages, said, result], tools } });
      assert.ok(next.choices[0].message.content.length > 0);
    });
  }

  test(`${model}: a response is answered whole and streamed`, async () => {
    const whole = await client.beta.responses.send({ responsesRequest: { model, input: 'What is the weather in Paris?' } });
    assert.equal(whole.status, 'completed');
    assert.ok(textOf(whole).length > 0);

    const events = [];
    for await (const event of await client.beta.responses.send({ responsesRequest: { model, input: 'What is the weather in Paris?', stream: true } })) {
      events.push(event);
    }

    const text = events.filter(event => event.type === 'response.output_text.delta').map(event => event.delta).join('');
    assert.equal(events.at(-1).type, 'response.completed');
    assert.equal(textOf(events.at(-1).response), text);
  });

  for (const stream of [false, true]) {
    test(`${model}: a response calls a tool (stream: ${stream})`, async () => {
      const tool = { type: 'function', name: 'get_weather', description: 'The weather of a city', parameters, strict: null };
      const asked = await client.beta.responses.send({ responsesRequest: { model, input: 'What is the weather in Paris?', tools: [tool], stream } });

      const events = stream ? await all(asked) : [{ response: asked }];

      const call = events.at(-1).response.output.find(item => item.type === 'function_call');
      assert.equal(call.name, 'get_weather');
      assert.equal(typeof JSON.parse(call.arguments).city, 'string');
    });
  }
}

for (const model of ['acme/openai', 'acme/anthropic', 'acme/gemini']) {
  test(`${model}: reasoning comes with its details, and may be sent back`, async () => {
    const first = await client.chat.send({ chatRequest: { model, messages, reasoning: { effort: 'high' }, maxTokens: 4096 } });

    const { message } = first.choices[0];
    assert.ok(message.reasoning.length > 0);
    assert.ok(message.reasoningDetails.length > 0);
    const next = await client.chat.send({ chatRequest: { model, messages: [...messages, message, { role: 'user', content: 'And tomorrow?' }] } });
    assert.ok(next.choices[0].message.content.length > 0);
  });

  test(`${model}: reasoning is streamed`, async () => {
    const chunks = await all(await client.chat.send({ chatRequest: { model, messages, reasoning: { effort: 'high' }, maxTokens: 4096, stream: true } }));

    assert.ok(chunks.some(chunk => chunk.choices[0]?.delta.reasoning));
    assert.ok(chunks.some(chunk => chunk.choices[0]?.delta.reasoningDetails?.length > 0));
  });

  test(`${model}: reasoning of a response is streamed`, async () => {
    const request = { model, input: 'What is the weather in Paris?', reasoning: { effort: 'high', summary: 'auto' }, include: ['reasoning.encrypted_content'] };
    const events = await all(await client.beta.responses.send({ responsesRequest: { ...request, stream: true } }));

    assert.ok(events.at(-1).response.output.some(item => item.type === 'reasoning'));
  });

  test(`${model}: the answer keeps to a schema`, async () => {
    const jsonSchema = { name: 'city', strict: true, schema: parameters };
    const result = await client.chat.send({ chatRequest: { model, messages, responseFormat: { type: 'json_schema', jsonSchema } } });

    assert.equal(typeof JSON.parse(result.choices[0].message.content).city, 'string');
  });
}

async function streamedCall(model) {
  const chunks = await all(await client.chat.send({ chatRequest: { model, messages, tools, stream: true } }));
  const deltas = chunks.flatMap(chunk => chunk.choices[0]?.delta.toolCalls ?? []);
  const call = { id: '', type: 'function', function: { name: '', arguments: '' } };
  for (const delta of deltas.filter(one => one.index === 0)) {
    call.id ||= delta.id ?? '';
    call.function.name ||= delta.function?.name ?? '';
    call.function.arguments += delta.function?.arguments ?? '';
  }

  return call;
}

async function all(stream) {
  const events = [];
  for await (const event of stream) {
    events.push(event);
  }

  return events;
}

function textOf(response) {
  return response.output
    .filter(item => item.type === 'message')
    .flatMap(item => item.content)
    .map(part => part.text)
    .join('');
}
