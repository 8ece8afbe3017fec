// A server of the Model Context Protocol with one tool, instrumented like its client.
import { MCPInstrumentation } from '@arizeai/openinference-instrumentation-mcp';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import * as serverStdioModule from '@modelcontextprotocol/sdk/server/stdio.js';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { z } from 'zod';

const exporter = new OTLPTraceExporter({ url: `${process.env.WEIR_URL}/v1/traces`, headers: { authorization: `Bearer ${process.env.WEIR_KEY}` } });
const provider = new NodeTracerProvider({
  resource: resourceFromAttributes({ 'openinference.project.name': process.env.MCP_PROJECT }),
  spanProcessors: [new SimpleSpanProcessor(exporter)],
});
provider.register();
new MCPInstrumentation({ tracerProvider: provider }).manuallyInstrument({ serverStdioModule });

const server = new McpServer({ name: 'weather', version: '1' });
server.registerTool('weather', { description: 'The weather of a city', inputSchema: { city: z.string() } }, async input => {
  const span = provider.getTracer('compat').startSpan('run weather', { attributes: { 'openinference.span.kind': 'TOOL', 'input.value': JSON.stringify(input) } });
  span.end();
  await provider.forceFlush();
  return { content: [{ type: 'text', text: `It is 21 degrees in ${input.city}.` }] };
});
await server.connect(new serverStdioModule.StdioServerTransport());
