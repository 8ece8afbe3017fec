// Each folder is a client; each file holds requests as that client writes them, where that is known from, and what must hold of the answers.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { eventsOf, streamed, whole } from './forms.js';
import { dialects, start } from './weir.js';

const folder = fileURLToPath(new URL('.', import.meta.url));
let weir;

before(async () => {
  weir = await start();
});
after(() => weir?.stop());

for (const client of readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory() && entry.name !== 'node_modules')) {
  for (const file of readdirSync(`${folder}/${client.name}`)) {
    const { exchanges } = JSON.parse(readFileSync(`${folder}/${client.name}/${file}`, 'utf8'));
    exchanges.forEach(exchange => replay(`${client.name}: ${exchange.name}`, exchange));
  }
}

// A request that names "$MODEL" is sent to every dialect; one without "stream" in its body, as it is.
function replay(name, exchange) {
  for (const dialect of JSON.stringify(exchange.body ?? null).includes('$MODEL') ? dialects : [null]) {
    for (const stream of exchange.stream ?? [null]) {
      const way = [dialect, stream === null ? null : stream ? 'streamed' : 'whole'].filter(Boolean).join(', ');
      test(way ? `${name} (${way})` : name, () => check(exchange, dialect, stream));
    }
  }
}

async function check({ method, path, headers = {}, body, expect }, dialect, stream) {
  const fill = value => JSON.parse(JSON.stringify(value).replaceAll('$MODEL', `acme/${dialect}`).replaceAll('$KEY', weir.key));
  const sent = body === undefined ? undefined : fill(body);
  if (stream !== null) {
    sent.stream = stream;
    if (!stream) {
      delete sent.stream_options;
    }
  }

  const response = await fetch(weir.url + path, { method, headers: fill(headers), body: sent && JSON.stringify(sent) });
  const text = await response.text();

  assert.equal(response.status, expect.status, text);
  if (stream) {
    assert.match(response.headers.get('content-type'), /^text\/event-stream/);
    const events = eventsOf(text);
    streamed[expect.form](events);
    inOrder(events.map(({ data }) => data.type), expect.events ?? []);
    return;
  }

  if (method === 'HEAD') {
    return;
  }

  const answer = JSON.parse(text);
  if (expect.form) {
    whole[expect.form](answer);
  }

  for (const [at, wanted] of Object.entries(expect.members ?? {})) {
    const found = at.split('.').reduce((value, step) => (step === '-1' ? value?.at(-1) : value?.[step]), answer);
    assert.notEqual(found, undefined, `${at} is missing: ${text}`);
    if (wanted !== 'any') {
      assert.deepEqual(found, wanted, at);
    }
  }
}

function inOrder(told, wanted) {
  let from = 0;
  for (const type of wanted) {
    const at = told.indexOf(type, from);
    assert.notEqual(at, -1, `${type} comes after ${told.slice(0, from).at(-1)}: ${told}`);
    from = at + 1;
  }
}
