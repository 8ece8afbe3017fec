// The instrumentation of the Model Context Protocol carries the trace from a client to its server: their spans are one trace.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { MCPInstrumentation } from '@arizeai/openinference-instrumentation-mcp';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import * as clientStdioModule from '@modelcontextprotocol/sdk/client/stdio.js';
import { key, tracing, url } from './weir.js';

const { project, provider, find } = tracing('mcp');
provider.register();
new MCPInstrumentation({ tracerProvider: provider }).manuallyInstrument({ clientStdioModule });

after(() => provider.shutdown());

test('a tool that another process runs is a span of the trace that called it', async () => {
  const transport = new clientStdioModule.StdioClientTransport({
    command: process.execPath,
    args: [fileURLToPath(new URL('mcp-server.mjs', import.meta.url))],
    env: { PATH: process.env.PATH, WEIR_URL: url, WEIR_KEY: key, MCP_PROJECT: project },
  });
  const client = new Client({ name: 'compat', version: '1' });
  await client.connect(transport);
  const tracer = provider.getTracer('compat');
  await tracer.startActiveSpan('ask', { attributes: { 'openinference.span.kind': 'AGENT' } }, async span => {
    await client.callTool({ name: 'weather', arguments: { city: 'Bergen' } });
    span.end();
  });
  await client.close();

  const asked = await find(span => span.name === 'ask');
  const ran = await find(span => span.name === 'run weather');

  assert.equal(ran.trace_id, asked.trace_id);
  assert.equal(ran.parent_id, asked.span_id);
  assert.equal(ran.kind, 'TOOL');
  assert.equal(ran.content.input.text, '{"city":"Bergen"}');
});
