import { expect, it } from 'vitest';
import { readEvents } from './sse';

async function readBytes(chunks: Uint8Array<ArrayBuffer>[]): Promise<string[]> {
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  const events: string[] = [];
  for await (const data of readEvents(body)) events.push(data);
  return events;
}

const read = (...chunks: string[]) => readBytes(chunks.map((chunk) => new TextEncoder().encode(chunk)));

it('gives the data of each event', async () => {
  expect(await read('data: {"a":1}\n\ndata: [DONE]\n\n')).toEqual(['{"a":1}', '[DONE]']);
});

it('passes over comments and other fields', async () => {
  expect(await read(': WAIT\n\nevent: x\nid: 4\ndata: one\n\n')).toEqual(['one']);
});

it('joins the lines of one event', async () => {
  expect(await read('data: one\ndata:two\n\n')).toEqual(['one\ntwo']);
});

it('reads events that are cut anywhere, also inside a character', async () => {
  const bytes = new TextEncoder().encode('data: wé\r\n\r\ndata: b\r\n\r\n');
  for (let cut = 1; cut < bytes.length; cut++) {
    expect(await readBytes([bytes.slice(0, cut), bytes.slice(cut)])).toEqual(['wé', 'b']);
  }
});

it('leaves out an event that did not end', async () => {
  expect(await read('data: one\n\ndata: tw')).toEqual(['one']);
});
