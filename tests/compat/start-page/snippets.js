// The snippets as the console writes them, with the facts that it would have of the server under test.
import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';

export const url = required('WEIR_URL').replace(/\/$/, '');
export const key = required('WEIR_KEY');

const source = new URL('../../../ui/src/features/start/snippets.ts', import.meta.url);
const { code } = await transform(await readFile(source, 'utf8'), { loader: 'ts', format: 'esm' });
const { CALL_SNIPPETS, TRACE_SNIPPETS } = await import(`data:text/javascript,${encodeURIComponent(code)}`);

const status = (await read('/api/weir/status')).data;

/** One text for each snippet: with the key, as the page shows it once a key is made. */
export const calls = written(CALL_SNIPPETS, key);
export const traces = written(TRACE_SNIPPETS, key);

/** The same before a key is made: the programs read it from WEIR_KEY. */
export const keylessCalls = written(CALL_SNIPPETS, null);

/** What Weir answers at a path. */
export async function read(path) {
  const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${key}` } });
  if (!response.ok) {
    throw new Error(`${path}: ${response.status} ${await response.text()}`);
  }

  return response.json();
}

function written(snippets, text) {
  const facts = { origin: url, model: status.sample_model, key: text, otlpGrpc: status.otlp_grpc };
  return Object.fromEntries(snippets.map(snippet => [snippet.id, snippet.write(facts)]));
}

function required(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: start ./weir serve, then set WEIR_URL to its address and WEIR_KEY to its inference key.`);
  }

  return value;
}
