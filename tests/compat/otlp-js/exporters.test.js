// The official exporters of the three transports, as the OpenTelemetry documentation sets them up, compressed and not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Metadata } from '@grpc/grpc-js';
import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter as GrpcExporter } from '@opentelemetry/exporter-trace-otlp-grpc';
import { OTLPTraceExporter as JsonExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { OTLPTraceExporter as ProtobufExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { CompressionAlgorithm } from '@opentelemetry/otlp-exporter-base';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { freshProject, grpcAddress, key, spansOf, url } from './weir.js';

const grpc = await grpcAddress();
const needs = form => ({ skip: form.isGrpc && grpc === null && 'the server was started with --otlp-grpc none' });

const forms = [
  { name: 'protobuf', Exporter: ProtobufExporter, compression: CompressionAlgorithm.NONE },
  { name: 'protobuf, gzip', Exporter: ProtobufExporter, compression: CompressionAlgorithm.GZIP },
  { name: 'JSON', Exporter: JsonExporter, compression: CompressionAlgorithm.NONE },
  { name: 'JSON, gzip', Exporter: JsonExporter, compression: CompressionAlgorithm.GZIP },
  { name: 'gRPC', Exporter: GrpcExporter, compression: CompressionAlgorithm.NONE, isGrpc: true },
  { name: 'gRPC, gzip', Exporter: GrpcExporter, compression: CompressionAlgorithm.GZIP, isGrpc: true },
];

function exporterOf({ Exporter, compression, isGrpc }, headers = { authorization: `Bearer ${key}` }) {
  if (isGrpc) {
    return new Exporter({ url: grpc, metadata: Metadata.fromHttp2Headers(headers), compression });
  }

  return new Exporter({ url: `${url}/v1/traces`, headers, compression });
}

function providerOf(project, spanProcessor) {
  return new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'compat', 'openinference.project.name': project }),
    spanProcessors: [spanProcessor],
  });
}

// An agent that asks a model, which fails once and then answers.
function traceAgent(tracer) {
  const agent = tracer.startSpan('agent', { kind: SpanKind.SERVER, attributes: { 'openinference.span.kind': 'AGENT', 'session.id': 'session-1' } });
  const llm = tracer.startSpan('chat', { kind: SpanKind.CLIENT }, trace.setSpan(context.active(), agent));
  llm.setAttributes({
    'openinference.span.kind': 'LLM',
    'llm.model_name': 'gpt-4o',
    'llm.token_count.prompt': 12,
    'llm.cost.total': 0.00025,
    'app.streamed': true,
    'tag.tags': ['a', 'ü', '日本'],
    'input.value': 'Why is the sky blue?',
  });
  llm.addEvent('first token', { 'app.after_ms': 12.5 });
  llm.recordException(new TypeError('no answer'));
  llm.setStatus({ code: SpanStatusCode.ERROR, message: 'no answer' });
  llm.end();
  agent.setStatus({ code: SpanStatusCode.OK });
  agent.end();
  return { agent: agent.spanContext(), llm: llm.spanContext() };
}

for (const form of forms) {
  test(`${form.name}: a trace is there when the flush returns`, needs(form), async () => {
    const project = freshProject('otlp-js');
    const provider = providerOf(project, new BatchSpanProcessor(exporterOf(form)));
    const sent = traceAgent(provider.getTracer('compat', '1.2.3'));

    await provider.forceFlush();

    const stored = await spansOf(project);
    await provider.shutdown();
    assert.equal(stored.length, 2);
    const agent = stored.find(span => span.name === 'agent');
    const llm = stored.find(span => span.name === 'chat');
    assert.deepEqual(agent.context, { trace_id: sent.agent.traceId, span_id: sent.agent.spanId });
    assert.equal(agent.parent_id, null);
    assert.equal(agent.span_kind, 'AGENT');
    assert.equal(agent.status_code, 'OK');
    assert.equal(llm.context.span_id, sent.llm.spanId);
    assert.equal(llm.context.trace_id, sent.agent.traceId);
    assert.equal(llm.parent_id, sent.agent.spanId);
    assert.equal(llm.span_kind, 'LLM');
    assert.equal(llm.status_code, 'ERROR');
    assert.equal(llm.status_message, 'no answer');
    assert.ok(Date.parse(llm.start_time) <= Date.parse(llm.end_time));
  });

  test(`${form.name}: attributes and events keep their types and order`, needs(form), async () => {
    const project = freshProject('otlp-js');
    const provider = providerOf(project, new BatchSpanProcessor(exporterOf(form)));
    traceAgent(provider.getTracer('compat'));

    await provider.forceFlush();

    const llm = (await spansOf(project)).find(span => span.name === 'chat');
    await provider.shutdown();
    assert.equal(llm.attributes['llm.model_name'], 'gpt-4o');
    assert.equal(llm.attributes['llm.token_count.prompt'], 12);
    assert.equal(llm.attributes['llm.cost.total'], 0.00025);
    assert.equal(llm.attributes['app.streamed'], true);
    assert.deepEqual(llm.attributes['tag.tags'], ['a', 'ü', '日本']);
    assert.equal(llm.attributes['input.value'], 'Why is the sky blue?');
    assert.deepEqual(llm.events.map(event => event.name), ['first token', 'exception']);
    assert.equal(llm.events[0].attributes['app.after_ms'], 12.5);
    assert.equal(llm.events[1].attributes['exception.type'], 'TypeError');
    assert.equal(llm.events[1].attributes['exception.message'], 'no answer');
  });
}

test('many spans in several batches all arrive', async () => {
  const project = freshProject('otlp-js');
  const provider = providerOf(project, new BatchSpanProcessor(exporterOf(forms[1]), { maxExportBatchSize: 16 }));
  const tracer = provider.getTracer('compat');
  const names = Array.from({ length: 60 }, (_, index) => `span ${index}`);
  names.forEach(name => tracer.startSpan(name).end());

  // Not forceFlush: a batch that is full leaves by itself, and the SDK's flush does not wait for one that is under way.
  await provider.shutdown();

  const stored = await spansOf(project);
  assert.deepEqual(stored.map(span => span.name).sort(), names.sort());
});

test('the x-project-name header wins over the resource', async () => {
  const project = freshProject('otlp-js-header');
  const exporter = exporterOf(forms[0], { authorization: `Bearer ${key}`, 'x-project-name': project });
  const provider = providerOf('elsewhere', new SimpleSpanProcessor(exporter));
  provider.getTracer('compat').startSpan('by header').end();

  await provider.forceFlush();

  const stored = await spansOf(project);
  await provider.shutdown();
  assert.deepEqual(stored.map(span => span.name), ['by header']);
});

for (const form of [forms[0], forms[2], forms[4]]) {
  test(`${form.name}: an unknown key is refused, and the exporter says so`, needs(form), async () => {
    const exporter = exporterOf(form, { authorization: 'Bearer sk-or-v1-wrong' });
    const ended = [];
    const provider = providerOf('unused', { onStart() {}, onEnd: span => ended.push(span), forceFlush: async () => {}, shutdown: async () => {} });
    provider.getTracer('compat').startSpan('refused').end();

    const result = await new Promise(resolve => exporter.export(ended, resolve));

    await exporter.shutdown();
    assert.notEqual(result.code, 0);
    assert.equal(result.error.code, form.isGrpc ? 16 : 401);
  });
}
