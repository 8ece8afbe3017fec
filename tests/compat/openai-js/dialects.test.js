// The same program for every upstream dialect: only the name of the model differs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import OpenAI from 'openai';
import { key, models, simulated, url } from '../routed/client.mjs';

const client = new OpenAI({ baseURL: `${url}/api/v1`, apiKey: key, maxRetries: 0 });
const question = [{ role: 'user', content: 'What is the weather in Paris?' }];
const parameters = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'], additionalProperties: false };
const tools = [{ type: 'function', function: { name: 'get_weather', description: 'The weather of a city', parameters } }];

for (const model of models) {
  test(`${model}: a chat is answered whole`, async () => {
    const completion = await client.chat.completions.create({ model, messages: question });

    assert.equal(completion.model, model);
    assert.equal(completion.choices[0].message.role, 'assistant');
    assert.ok(completion.choices[0].message.content.length > 0);
    assert.equal(completion.choices[0].finish_reason, 'stop');
    assert.equal(completion.usage.total_tokens, completion.usage.prompt_tokens + completion.usage.completion_tokens);
    assert.ok(completion.usage.cost > 0);
  });

  test(`${model}: a chat is streamed`, async () => {
    const stream = await client.chat.completions.create({ model, messages: question, stream: true, stream_options: { include_usage: true } });

    let text = '';
    let finish;
    let usage;
    for await (const chunk of stream) {
      text += chunk.choices[0]?.delta?.content ?? '';
      finish = chunk.choices[0]?.finish_reason ?? finish;
      usage = chunk.usage ?? usage;
    }

    assert.ok(text.length > 0);
    assert.equal(finish, 'stop');
    assert.ok(usage.completion_tokens > 0);
  });

  test(`${model}: runTools calls the function and answers with what it says`, async () => {
    const asked = [];
    const runner = client.chat.completions.runTools({
      model,
      messages: question,
      tools: [
        {
          type: 'function',
          function: {
            name: 'get_weather',
            description: 'The weather of a city',
            parameters,
            parse: JSON.parse,
            function: ({ city }) => {
              asked.push(city);
              return `It is sunny in ${city}.`;
            },
          },
        },
      ],
    });

    const answer = await runner.finalContent();

    assert.equal(asked.length, 1);
    assert.equal(typeof asked[0], 'string');
    assert.ok(answer.length > 0);
  });

  test(`${model}: a streamed call of a tool is assembled, and its result taken`, async () => {
    const { message, finish } = await streamedCall(model);

    assert.equal(finish, 'tool_calls');
    assert.equal(message.tool_calls[0].function.name, 'get_weather');
    assert.equal(typeof JSON.parse(message.tool_calls[0].function.arguments).city, 'string');
    const result = { role: 'tool', tool_call_id: message.tool_calls[0].id, content: 'It is sunny.' };
    const next = await client.chat.completions.create({ model, messages: [...question, message, result], tools });
    assert.ok(next.choices[0].message.content.length > 0);
  });

  test(`${model}: responses are answered whole and streamed alike`, async () => {
    const whole = await client.responses.create({ model, input: 'What is the weather in Paris?' });
    assert.equal(whole.status, 'completed');
    assert.ok(whole.output_text.length > 0);

    const stream = client.responses.stream({ model, input: 'What is the weather in Paris?' });
    let text = '';
    stream.on('response.output_text.delta', event => {
      text += event.delta;
    });
    const final = await stream.finalResponse();

    assert.equal(final.output_text, text);
    assert.ok(final.usage.output_tokens > 0);
  });

  for (const stream of [false, true]) {
    test(`${model}: a tool loop over responses (stream: ${stream})`, async () => {
      const input = [{ role: 'user', content: 'What is the weather in Paris?' }];
      const tool = { type: 'function', name: 'get_weather', description: 'The weather of a city', parameters, strict: true };
      const request = { model, input, tools: [tool] };
      const first = stream ? await client.responses.stream(request).finalResponse() : await client.responses.create(request);

      const call = first.output.find(item => item.type === 'function_call');
      assert.equal(call.name, 'get_weather');
      assert.equal(typeof JSON.parse(call.arguments).city, 'string');
      const output = { type: 'function_call_output', call_id: call.call_id, output: 'It is sunny.' };
      const next = await client.responses.create({ model, input: [...input, ...first.output, output], tools: [tool] });
      assert.ok(next.output_text.length > 0);
    });
  }

  test(`${model}: a legacy completion is answered whole and streamed`, async () => {
    const whole = await client.completions.create({ model, prompt: 'Once upon a time' });
    assert.equal(whole.object, 'text_completion');
    assert.ok(whole.choices[0].text.length > 0);

    let text = '';
    for await (const chunk of await client.completions.create({ model, prompt: 'Once upon a time', stream: true })) {
      text += chunk.choices[0]?.text ?? '';
    }

    assert.ok(text.length > 0);
  });
}

for (const model of simulated) {
  test(`${model}: a pinned tool is called`, async () => {
    const completion = await client.chat.completions.create({
      model,
      messages: [{ role: 'user', content: 'Say hello' }],
      tools,
      tool_choice: { type: 'function', function: { name: 'get_weather' } },
    });

    assert.equal(completion.choices[0].message.tool_calls[0].function.name, 'get_weather');
  });
}

async function streamedCall(model) {
  const stream = client.chat.completions.stream({ model, messages: question, tools });
  const { choices } = await stream.finalChatCompletion();
  return { message: choices[0].message, finish: choices[0].finish_reason };
}
