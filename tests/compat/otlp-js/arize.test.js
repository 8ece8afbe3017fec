// What Python's arize.otel.register sends, which no JavaScript package does: the key without a scheme, the space beside it, and over HTTP the bare /v1.
// Written with the official exporters; which headers and addresses those are is in the package's own code.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Metadata } from '@grpc/grpc-js';
import { OTLPTraceExporter as GrpcExporter } from '@opentelemetry/exporter-trace-otlp-grpc';
import { OTLPTraceExporter as ProtobufExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { freshProject, grpcAddress, key, spansOf, url } from './weir.js';

const space = 'U3BhY2U6MTpjb21wYXQ=';
const headers = { authorization: key, api_key: key, 'arize-space-id': space, space_id: space, 'arize-interface': 'otel' };
const grpc = await grpcAddress();

const exporters = {
  'Transport.GRPC': () => new GrpcExporter({ url: `${grpc}/v1`, metadata: Metadata.fromHttp2Headers(headers) }),
  'Transport.HTTP, to the bare /v1': () => new ProtobufExporter({ url: `${url}/v1`, headers }),
  'Transport.HTTP, to /v1/traces': () => new ProtobufExporter({ url: `${url}/v1/traces`, headers }),
};

for (const [name, create] of Object.entries(exporters)) {
  test(`${name}: the project of the resource has the span`, { skip: name.endsWith('GRPC') && grpc === null && 'the server was started with --otlp-grpc none' }, async () => {
    const project = freshProject('arize');
    const provider = new NodeTracerProvider({
      resource: resourceFromAttributes({ 'openinference.project.name': project }),
      spanProcessors: [new BatchSpanProcessor(create())],
    });
    provider.getTracer('compat').startSpan('ChatCompletion', { attributes: { 'openinference.span.kind': 'LLM', 'llm.model_name': 'gpt-4o', 'llm.provider': 'openai' } }).end();

    await provider.forceFlush();

    const stored = await spansOf(project);
    await provider.shutdown();
    assert.deepEqual(stored.map(span => [span.name, span.span_kind, span.attributes['llm.model_name']]), [['ChatCompletion', 'LLM', 'gpt-4o']]);
  });
}
