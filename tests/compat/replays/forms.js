// What every answer of an operation must hold, whoever asks: the types that clients check, and the order of events.
import assert from 'node:assert/strict';

export const whole = { chat, completions, responses, messages, models, embeddings };
export const streamed = { chat: chatStream, completions: completionStream, responses: responsesStream, messages: messagesStream };

/** The events of a stream: [{ event, data }], data parsed unless it is the end mark. */
export function eventsOf(text) {
  return text
    .split('\n\n')
    .map(frame => frame.split('\n').filter(line => !line.startsWith(':')))
    .filter(lines => lines.some(line => line.startsWith('data: ')))
    .map(lines => {
      const data = lines.filter(line => line.startsWith('data: ')).map(line => line.slice(6)).join('\n');
      return { event: lines.find(line => line.startsWith('event: '))?.slice(7), data: data === '[DONE]' ? data : JSON.parse(data) };
    });
}

function chat(body) {
  assert.match(body.id, /^gen-/);
  assert.equal(body.object, 'chat.completion');
  assert.ok(Number.isInteger(body.created));
  assert.ok(body.system_fingerprint === null || typeof body.system_fingerprint === 'string');
  for (const choice of body.choices) {
    assert.ok(Number.isInteger(choice.index));
    assert.ok('finish_reason' in choice);
    assert.equal(choice.message.role, 'assistant');
    assert.ok('content' in choice.message);
    listOrAbsent(choice.message, 'tool_calls', 'reasoning_details', 'images');
    choice.message.tool_calls?.forEach(wholeCall);
  }

  chatUsage(body.usage);
}

function chatStream(events) {
  const chunks = untilDone(events);
  for (const chunk of chunks) {
    assert.equal(chunk.id, chunks[0].id);
    assert.equal(chunk.object, 'chat.completion.chunk');
    assert.ok(Number.isInteger(chunk.created));
    assert.notEqual(chunk.usage, null);
    assert.notEqual(chunk.system_fingerprint, null);
    for (const choice of chunk.choices) {
      assert.equal(typeof choice.delta, 'object');
      assert.ok('finish_reason' in choice);
      listOrAbsent(choice.delta, 'tool_calls', 'reasoning_details', 'images');
    }
  }

  const calls = chunks.flatMap(chunk => chunk.choices).flatMap(choice => choice.delta.tool_calls ?? []);
  for (const index of new Set(calls.map(call => call.index))) {
    const pieces = calls.filter(call => call.index === index);
    assert.ok(pieces[0].id && pieces[0].function.name, 'the first piece of a call names it');
    assert.ok(pieces.slice(1).every(piece => piece.function.name === undefined), 'a call is named once');
    JSON.parse(pieces.map(piece => piece.function.arguments ?? '').join(''));
  }

  assert.equal(chunks.filter(chunk => chunk.choices.some(choice => choice.finish_reason)).length, 1);
  assert.deepEqual(chunks.at(-1).choices, []);
  chatUsage(chunks.at(-1).usage);
  assert.ok(chunks.some(chunk => chunk.choices.some(choice => choice.delta.content || choice.delta.tool_calls)), 'something is said');
}

function completions(body) {
  assert.equal(body.object, 'text_completion');
  assert.ok(body.choices.every(choice => typeof choice.text === 'string'));
  chatUsage(body.usage);
}

function completionStream(events) {
  const chunks = untilDone(events);
  assert.ok(chunks.every(chunk => chunk.choices.every(choice => typeof choice.text === 'string')));
  chatUsage(chunks.at(-1).usage);
}

function responses(body) {
  assert.equal(body.object, 'response');
  assert.equal(typeof body.created_at, 'number');
  assert.equal(body.status, 'completed');
  const needed = ['completed_at', 'error', 'incomplete_details', 'instructions', 'metadata', 'model', 'output', 'parallel_tool_calls', 'temperature', 'top_p', 'presence_penalty', 'frequency_penalty', 'tool_choice', 'tools'];
  needed.forEach(name => assert.ok(name in body, `${name} is there`));
  assert.ok(body.output.length > 0);
  body.output.forEach(item => assert.ok(item.type && item.id));
  assert.equal(typeof body.usage.input_tokens_details.cached_tokens, 'number');
  assert.equal(typeof body.usage.output_tokens_details.reasoning_tokens, 'number');
}

function responsesStream(events) {
  const told = untilDone(events);
  told.forEach((event, index) => assert.equal(event.sequence_number, index));
  assert.deepEqual(told.slice(0, 2).map(event => event.type), ['response.created', 'response.in_progress']);
  const open = new Map();
  const done = [];
  for (const event of told) {
    if (event.type === 'response.output_item.added') {
      open.set(event.output_index, event.item.id);
    } else if (event.type === 'response.output_item.done') {
      assert.equal(open.get(event.output_index), event.item.id, 'an item is done under the id it was added with');
      open.delete(event.output_index);
      done.push(event.item);
    } else if ('item_id' in event) {
      assert.equal(open.get(event.output_index), event.item_id, `${event.type} belongs to an open item`);
    }
  }

  assert.equal(open.size, 0);
  assert.equal(told.at(-1).type, 'response.completed');
  assert.deepEqual(told.at(-1).response.output, done);
  responses(told.at(-1).response);
}

function messages(body) {
  assert.equal(body.type, 'message');
  assert.equal(body.role, 'assistant');
  ['stop_reason', 'stop_sequence', 'stop_details', 'container'].forEach(name => assert.ok(name in body, `${name} is there`));
  body.content.filter(block => block.type === 'thinking').forEach(block => assert.equal(typeof block.signature, 'string'));
  const { input_tokens: fresh, cache_read_input_tokens: read, cache_creation_input_tokens: written, output_tokens: output } = body.usage;
  assert.ok(fresh + (read ?? 0) + (written ?? 0) > 0 && output > 0);
}

function messagesStream(events) {
  const told = events.map(({ event, data }) => {
    assert.equal(event, data.type);
    return data;
  }).filter(data => data.type !== 'ping');
  assert.equal(told[0].type, 'message_start');
  assert.ok('input_tokens' in told[0].message.usage && 'output_tokens' in told[0].message.usage);
  let open;
  let next = 0;
  for (const event of told) {
    if (event.type === 'content_block_start') {
      assert.equal(open, undefined);
      assert.equal(event.index, next++);
      open = event.index;
    } else if (event.type === 'content_block_delta' || event.type === 'content_block_stop') {
      assert.equal(event.index, open);
      open = event.type === 'content_block_stop' ? undefined : open;
    }
  }

  assert.ok(next > 0, 'something is said');
  assert.deepEqual(told.slice(-2).map(event => event.type), ['message_delta', 'message_stop']);
  assert.ok(told.at(-2).delta.stop_reason);
  assert.ok(told.at(-2).usage.output_tokens > 0);
}

function models(body) {
  assert.ok(body.data.length > 0);
  body.data.forEach(row => assert.equal(typeof row.id, 'string'));
}

function embeddings(body) {
  assert.equal(body.object, 'list');
  body.data.forEach(row => assert.equal(row.object, 'embedding'));
  assert.equal(typeof body.usage.cost, 'number');
}

function untilDone(events) {
  assert.equal(events.at(-1).data, '[DONE]');
  return events.slice(0, -1).map(event => event.data);
}

function listOrAbsent(owner, ...names) {
  names.forEach(name => assert.ok(!(name in owner) || Array.isArray(owner[name]), `${name} is a list or absent`));
}

function wholeCall(call) {
  assert.equal(call.type, 'function');
  assert.ok(call.id && call.function.name);
  JSON.parse(call.function.arguments);
}

function chatUsage(usage) {
  assert.ok(Number.isInteger(usage.prompt_tokens) && Number.isInteger(usage.completion_tokens));
  assert.equal(usage.total_tokens, usage.prompt_tokens + usage.completion_tokens);
  assert.equal(typeof usage.cost, 'number');
}
