// Upstreams the simulator does not play, with the fixed answers their documentation shows: a text, or one tool call when a tool is offered and none has run.
import { createServer } from 'node:http';
import { eventStream } from './event-stream.mjs';

const text = ['Hello', ' from', ' the vendor.'];
const call = { name: 'get_weather', city: 'Paris' };
const called = JSON.stringify({ city: call.city });

/** A server on a free port of loopback that answers as all of the vendors do, each at its own paths. */
export async function startVendors() {
  const server = createServer((request, response) => {
    answer(request, response).catch(error => response.writeHead(500, { 'content-type': 'application/json' }).end(JSON.stringify({ message: String(error) })));
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

async function answer(request, response) {
  const body = JSON.parse(await textOf(request));
  const path = new URL(request.url, 'http://vendor').pathname;
  const vendor = vendors.find(known => known.path.test(path));
  if (!vendor) {
    throw new Error(`No vendor answers at ${path}.`);
  }

  const streamed = vendor.streamed ? vendor.streamed(path) : body.stream !== false && (body.stream === true || vendor.streams);
  const wantsCall = hasTools(body) && !JSON.stringify(body).includes('sunny');
  response.writeHead(200, { 'content-type': streamed ? vendor.type : 'application/json' });
  if (!streamed) {
    response.end(JSON.stringify(wantsCall ? vendor.whole.call : vendor.whole.text));
    return;
  }

  for (const event of wantsCall ? vendor.events.call : vendor.events.text) {
    response.write(vendor.frame(event));
  }

  response.end(vendor.end);
}

async function textOf(request) {
  const pieces = [];
  for await (const piece of request) {
    pieces.push(piece);
  }

  return Buffer.concat(pieces).toString('utf8');
}

function hasTools(body) {
  return (body.tools ?? body.toolConfig?.tools ?? []).length > 0;
}

const cohereUsage = { billed_units: { input_tokens: 12, output_tokens: 5 }, tokens: { input_tokens: 12, output_tokens: 5 } };
const cohereCall = { id: 'get_weather_1a2b', type: 'function', function: { name: call.name, arguments: called } };
const cohere = {
  path: /^\/cohere\/chat$/,
  type: 'text/event-stream',
  frame: event => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`,
  whole: {
    text: { id: 'c14c80c3', finish_reason: 'COMPLETE', message: { role: 'assistant', content: [{ type: 'text', text: text.join('') }] }, usage: cohereUsage },
    call: {
      id: 'c14c80c4',
      finish_reason: 'TOOL_CALL',
      message: { role: 'assistant', tool_plan: 'I will look up the weather.', tool_calls: [cohereCall] },
      usage: cohereUsage,
    },
  },
  events: {
    text: [
      { type: 'message-start', id: '29f14a5a', delta: { message: { role: 'assistant', content: [], tool_plan: '', tool_calls: [], citations: [] } } },
      { type: 'content-start', index: 0, delta: { message: { content: { type: 'text', text: '' } } } },
      ...text.map(piece => ({ type: 'content-delta', index: 0, delta: { message: { content: { text: piece } } } })),
      { type: 'content-end', index: 0 },
      { type: 'message-end', delta: { finish_reason: 'COMPLETE', usage: cohereUsage } },
    ],
    call: [
      { type: 'message-start', id: '29f14a5b', delta: { message: { role: 'assistant', content: [], tool_plan: '', tool_calls: [], citations: [] } } },
      { type: 'tool-plan-delta', delta: { message: { tool_plan: 'I will look up the weather.' } } },
      { type: 'tool-call-start', index: 0, delta: { message: { tool_calls: { ...cohereCall, function: { name: call.name, arguments: '' } } } } },
      { type: 'tool-call-delta', index: 0, delta: { message: { tool_calls: { function: { arguments: called.slice(0, 5) } } } } },
      { type: 'tool-call-delta', index: 0, delta: { message: { tool_calls: { function: { arguments: called.slice(5) } } } } },
      { type: 'tool-call-end', index: 0 },
      { type: 'message-end', delta: { finish_reason: 'TOOL_CALL', usage: cohereUsage } },
    ],
  },
};

const ollamaStart = { model: 'qwen3', created_at: '2026-01-31T12:00:00.000Z' };
const ollamaEnd = {
  ...ollamaStart,
  message: { role: 'assistant', content: '' },
  done: true,
  done_reason: 'stop',
  total_duration: 4883583458,
  load_duration: 1334875,
  prompt_eval_count: 12,
  prompt_eval_duration: 342546000,
  eval_count: 5,
  eval_duration: 4535599000,
};
const ollamaCall = { role: 'assistant', content: '', tool_calls: [{ function: { name: call.name, arguments: { city: call.city } } }] };
const ollama = {
  path: /^\/ollama\/api\/chat$/,
  type: 'application/x-ndjson',
  streams: true,
  frame: event => `${JSON.stringify(event)}\n`,
  whole: {
    text: { ...ollamaEnd, message: { role: 'assistant', content: text.join('') } },
    call: { ...ollamaEnd, message: ollamaCall },
  },
  events: {
    text: [...text.map(piece => ({ ...ollamaStart, message: { role: 'assistant', content: piece }, done: false })), ollamaEnd],
    call: [{ ...ollamaStart, message: ollamaCall, done: false }, ollamaEnd],
  },
};

const bedrockEnd = { usage: { inputTokens: 12, outputTokens: 5, totalTokens: 17 }, metrics: { latencyMs: 551 } };
const bedrock = {
  path: /^\/model\/[^/]+\/converse(-stream)?$/,
  type: 'application/vnd.amazon.eventstream',
  streamed: path => path.endsWith('-stream'),
  frame: ([type, payload]) => eventStream(type, payload),
  whole: {
    text: { output: { message: { role: 'assistant', content: [{ text: text.join('') }] } }, stopReason: 'end_turn', ...bedrockEnd },
    call: {
      output: { message: { role: 'assistant', content: [{ toolUse: { toolUseId: 'tooluse_1a2b', name: call.name, input: { city: call.city } } }] } },
      stopReason: 'tool_use',
      ...bedrockEnd,
    },
  },
  events: {
    text: [
      ['messageStart', { role: 'assistant' }],
      ...text.map(piece => ['contentBlockDelta', { contentBlockIndex: 0, delta: { text: piece }, p: 'abcd' }]),
      ['contentBlockStop', { contentBlockIndex: 0 }],
      ['messageStop', { stopReason: 'end_turn' }],
      ['metadata', bedrockEnd],
    ],
    call: [
      ['messageStart', { role: 'assistant' }],
      ['contentBlockStart', { contentBlockIndex: 0, start: { toolUse: { toolUseId: 'tooluse_1a2b', name: call.name } } }],
      ['contentBlockDelta', { contentBlockIndex: 0, delta: { toolUse: { input: called.slice(0, 5) } } }],
      ['contentBlockDelta', { contentBlockIndex: 0, delta: { toolUse: { input: called.slice(5) } } }],
      ['contentBlockStop', { contentBlockIndex: 0 }],
      ['messageStop', { stopReason: 'tool_use' }],
      ['metadata', bedrockEnd],
    ],
  },
};

const azureFilter = { hate: { filtered: false, severity: 'safe' } };
const azureUsage = { prompt_tokens: 12, completion_tokens: 5, total_tokens: 17 };
const azureCall = { id: 'call_1a2b', type: 'function', function: { name: call.name, arguments: called } };
const azureStart = { id: 'chatcmpl-1a2b', object: 'chat.completion.chunk', created: 1769860800, model: 'gpt-4.1-2025-04-14', system_fingerprint: 'fp_1a2b' };
const azureWhole = (message, finish) => ({
  ...azureStart,
  object: 'chat.completion',
  choices: [
    { index: 0, message: { role: 'assistant', refusal: null, ...message }, logprobs: null, finish_reason: finish, content_filter_results: azureFilter },
  ],
  prompt_filter_results: [{ prompt_index: 0, content_filter_results: azureFilter }],
  usage: azureUsage,
});
const azureDelta = (delta, finish = null) => ({
  ...azureStart,
  choices: [{ index: 0, delta, logprobs: null, finish_reason: finish, content_filter_results: azureFilter }],
});
// The first event of Azure is about the prompt alone, and has no id.
const azurePrompt = {
  id: '',
  object: '',
  created: 0,
  model: '',
  choices: [],
  prompt_filter_results: [{ prompt_index: 0, content_filter_results: azureFilter }],
};
const azure = {
  path: /^\/openai\/v1\/chat\/completions$/,
  type: 'text/event-stream',
  end: 'data: [DONE]\n\n',
  frame: event => `data: ${JSON.stringify(event)}\n\n`,
  whole: { text: azureWhole({ content: text.join('') }, 'stop'), call: azureWhole({ content: null, tool_calls: [azureCall] }, 'tool_calls') },
  events: {
    text: [
      azurePrompt,
      azureDelta({ role: 'assistant', content: '', refusal: null }),
      ...text.map(piece => azureDelta({ content: piece })),
      azureDelta({}, 'stop'),
      { ...azureStart, choices: [], usage: azureUsage },
    ],
    call: [
      azurePrompt,
      azureDelta({ role: 'assistant', content: null, tool_calls: [{ index: 0, ...azureCall, function: { name: call.name, arguments: '' } }] }),
      azureDelta({ tool_calls: [{ index: 0, function: { arguments: called } }] }),
      azureDelta({}, 'tool_calls'),
      { ...azureStart, choices: [], usage: azureUsage },
    ],
  },
};

const responsesUsage = {
  input_tokens: 12,
  input_tokens_details: { cached_tokens: 0 },
  output_tokens: 5,
  output_tokens_details: { reasoning_tokens: 0 },
  total_tokens: 17,
};
const responsesPart = { type: 'output_text', annotations: [], logprobs: [], text: text.join('') };
const responsesMessage = { id: 'msg_1a2b', type: 'message', status: 'completed', role: 'assistant', content: [responsesPart] };
const responsesCall = { id: 'fc_1a2b', type: 'function_call', status: 'completed', call_id: 'call_1a2b', name: call.name, arguments: called };
const responsesObject = output => ({
  id: 'resp_1a2b',
  object: 'response',
  created_at: 1769860800,
  status: 'completed',
  error: null,
  incomplete_details: null,
  model: 'gpt-5.2',
  output,
  usage: responsesUsage,
});
const responsesStart = { ...responsesObject([]), status: 'in_progress', usage: null };
const numbered = events => events.map((event, index) => ({ ...event, sequence_number: index }));
const responses = {
  path: /^\/responses\/v1\/responses$/,
  type: 'text/event-stream',
  frame: event => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`,
  whole: { text: responsesObject([responsesMessage]), call: responsesObject([responsesCall]) },
  events: {
    text: numbered([
      { type: 'response.created', response: responsesStart },
      { type: 'response.in_progress', response: responsesStart },
      { type: 'response.output_item.added', output_index: 0, item: { ...responsesMessage, status: 'in_progress', content: [] } },
      { type: 'response.content_part.added', item_id: 'msg_1a2b', output_index: 0, content_index: 0, part: { ...responsesPart, text: '' } },
      ...text.map(delta => ({ type: 'response.output_text.delta', item_id: 'msg_1a2b', output_index: 0, content_index: 0, delta, logprobs: [] })),
      { type: 'response.output_text.done', item_id: 'msg_1a2b', output_index: 0, content_index: 0, text: text.join(''), logprobs: [] },
      { type: 'response.content_part.done', item_id: 'msg_1a2b', output_index: 0, content_index: 0, part: responsesPart },
      { type: 'response.output_item.done', output_index: 0, item: responsesMessage },
      { type: 'response.completed', response: responsesObject([responsesMessage]) },
    ]),
    call: numbered([
      { type: 'response.created', response: responsesStart },
      { type: 'response.in_progress', response: responsesStart },
      { type: 'response.output_item.added', output_index: 0, item: { ...responsesCall, status: 'in_progress', arguments: '' } },
      { type: 'response.function_call_arguments.delta', item_id: 'fc_1a2b', output_index: 0, delta: called.slice(0, 5) },
      { type: 'response.function_call_arguments.delta', item_id: 'fc_1a2b', output_index: 0, delta: called.slice(5) },
      { type: 'response.function_call_arguments.done', item_id: 'fc_1a2b', output_index: 0, arguments: called },
      { type: 'response.output_item.done', output_index: 0, item: responsesCall },
      { type: 'response.completed', response: responsesObject([responsesCall]) },
    ]),
  },
};

const vendors = [cohere, ollama, bedrock, azure, responses];
