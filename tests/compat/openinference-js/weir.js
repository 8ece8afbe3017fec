// Where the server under test is, a tracer that sends to it, and how its console reads what came of a span.
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

export const url = required('WEIR_URL').replace(/\/$/, '');
export const key = required('WEIR_KEY');
export const model = 'sim/small';

/** What every instrumentation is given: a project of its own, and the official exporter. */
export function tracing(name, processorOf = exporter => new SimpleSpanProcessor(exporter)) {
  const project = `${name}-${crypto.randomUUID().slice(0, 8)}`;
  const exporter = new OTLPTraceExporter({ url: `${url}/v1/traces`, headers: { authorization: `Bearer ${key}` } });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'compat', 'openinference.project.name': project }),
    spanProcessors: [processorOf(exporter)],
  });
  return { project, provider, find: meant => find(provider, project, meant) };
}

// A span may end a moment after the caller has its answer: instrumentations read streams on a copy of their own.
async function find(provider, project, meant) {
  for (let attempt = 0; attempt < 50; attempt++) {
    await provider.forceFlush();
    const found = (await spansOf(project)).find(meant);
    if (found) {
      return recordOf(found);
    }

    await new Promise(resolve => setTimeout(resolve, 100));
  }

  throw new Error(`No such span in ${project}: ${JSON.stringify((await spansOf(project)).map(span => [span.name, span.span_kind, span.status_code]))}`);
}

async function spansOf(project) {
  const response = await get(`/v1/projects/${encodeURIComponent(project)}/spans?limit=100`);
  return response.ok ? (await response.json()).data : [];
}

async function recordOf(span) {
  const response = await get(`/api/weir/traces/${span.context.trace_id}/spans/${span.context.span_id}`);
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${response.status} ${text}`);
  }

  return JSON.parse(text).data;
}

function get(path) {
  return fetch(url + path, { headers: { authorization: `Bearer ${key}` } });
}

/** The texts of a message, joined. */
export function textOf(message) {
  return message.parts.map(part => part.text?.text ?? '').join('');
}

function required(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: start ./weir serve, then set WEIR_URL to its address and WEIR_KEY to its inference key.`);
  }

  return value;
}
