// Answers in a form given by a schema, read by the client's own parser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import OpenAI from 'openai';
import { zodResponseFormat, zodTextFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import { key, simulated, url } from '../routed/client.mjs';

const client = new OpenAI({ baseURL: `${url}/api/v1`, apiKey: key, maxRetries: 0 });
const Person = z.object({ name: z.string(), age: z.number().int(), tags: z.array(z.string()) });

for (const model of simulated) {
  test(`${model}: chat.completions.parse gives an object of the schema`, async () => {
    const completion = await client.chat.completions.parse({
      model,
      messages: [{ role: 'user', content: 'Invent a person' }],
      response_format: zodResponseFormat(Person, 'person'),
    });

    assert.ok(Person.safeParse(completion.choices[0].message.parsed).success, JSON.stringify(completion.choices[0].message));
  });

  test(`${model}: responses.parse gives an object of the schema`, async () => {
    const response = await client.responses.parse({ model, input: 'Invent a person', text: { format: zodTextFormat(Person, 'person') } });

    assert.ok(Person.safeParse(response.output_parsed).success, response.output_text);
  });
}
