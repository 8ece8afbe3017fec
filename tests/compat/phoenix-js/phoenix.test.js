// Phoenix's one-line registration and the OpenInference instrumentation, as their READMEs show them.
// What the instrumentation leaves out (token counts of a stream, spans of failed calls) is not asked for here.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { OpenAIInstrumentation } from '@arizeai/openinference-instrumentation-openai';
import { register, registerInstrumentations, traceChain } from '@arizeai/phoenix-otel';
import OpenAI from 'openai';
import { freshProject, key, spansOf, url } from './weir.js';

const model = 'meta-llama/llama-3.1-8b-instruct:free';
const project = freshProject('phoenix-js');
const provider = register({ projectName: project, url, apiKey: key });

const instrumentation = new OpenAIInstrumentation();
instrumentation.manuallyInstrument(OpenAI);
registerInstrumentations({ instrumentations: [instrumentation] });

const client = new OpenAI({ baseURL: `${url}/api/v1`, apiKey: key });

after(() => provider.shutdown());

test('a completion becomes an LLM span with messages and tokens', async () => {
  const completion = await client.chat.completions.create({ model, messages: [{ role: 'user', content: 'What is one?' }] });

  const span = await spanAsking('What is one?');

  assert.equal(span.name, 'OpenAI Chat Completions');
  assert.equal(span.span_kind, 'LLM');
  assert.equal(span.attributes['llm.model_name'], model);
  assert.equal(span.attributes['llm.input_messages.0.message.content'], 'What is one?');
  assert.equal(span.attributes['llm.output_messages.0.message.content'], completion.choices[0].message.content);
  assert.equal(span.attributes['llm.token_count.prompt'], completion.usage.prompt_tokens);
  assert.equal(span.attributes['llm.token_count.completion'], completion.usage.completion_tokens);
});

test('a stream becomes an LLM span with the whole text', async () => {
  const stream = await client.chat.completions.create({ model, messages: [{ role: 'user', content: 'What is two?' }], stream: true });
  let text = '';
  for await (const chunk of stream) {
    text += chunk.choices[0]?.delta?.content ?? '';
  }

  const span = await spanAsking('What is two?');

  assert.ok(text.length > 0);
  assert.equal(span.span_kind, 'LLM');
  assert.equal(span.attributes['output.value'], text);
});

test('a traced function is the parent of the call inside it', async () => {
  const answer = traceChain(
    question => client.chat.completions.create({ model, messages: [{ role: 'user', content: question }] }),
    { name: 'answer-question' });

  await answer('What is three?');

  const call = await spanAsking('What is three?');
  const chain = (await spansOf(project)).find(span => span.name === 'answer-question');
  assert.equal(chain.span_kind, 'CHAIN');
  assert.equal(call.parent_id, chain.context.span_id);
  assert.equal(call.context.trace_id, chain.context.trace_id);
});

// The instrumentation reads a stream on a copy of its own and may end its span a moment after the caller has the last chunk.
async function spanAsking(question) {
  for (let attempt = 0; attempt < 50; attempt++) {
    await provider.forceFlush();
    const found = (await spansOf(project).catch(() => [])).find(span => span.attributes['llm.input_messages.0.message.content'] === question);
    if (found) {
      return found;
    }

    await new Promise(resolve => setTimeout(resolve, 100));
  }

  throw new Error(`No span asks '${question}'.`);
}
