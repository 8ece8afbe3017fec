// Phoenix's own client, as its README shows it: spans, traces, sessions, annotations, notes, deletes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addSessionAnnotation, addSessionNote, deleteSession, getSession, getSessionTurns, listSessions } from '@arizeai/phoenix-client/sessions';
import { addDocumentAnnotation, addSpanAnnotation, addSpanNote, deleteSpan, getSpanAnnotations, getSpans, logSpanAnnotations, logSpans } from '@arizeai/phoenix-client/spans';
import { addTraceAnnotation, addTraceNote, getTraces } from '@arizeai/phoenix-client/traces';
import { clientOf, freshProject, key, managementKey, url } from './weir.js';

const projectName = freshProject('phoenix-client');
const client = clientOf(key);
const manager = clientOf(managementKey);
const project = { projectName };
const sessionId = `session-${projectName}`;
const spans = [span(1, 1, null, 'AGENT'), span(1, 2, 1, 'LLM'), span(2, 3, null, 'LLM')];

test('spans are logged and read back by every condition the client has', async () => {
  await manager.POST('/v1/projects', { body: { name: projectName, description: 'of a test' } });

  const logged = await logSpans({ client, project, spans });
  const all = await getSpans({ client, project });
  const chosen = await getSpans({ client, project, spanKind: 'LLM', statusCode: 'OK', name: ['step 2', 'none'], attributes: { 'step.number': 2 } });

  assert.equal(logged.totalQueued, 3);
  assert.deepEqual(all.spans.map(each => each.name).sort(), ['step 1', 'step 2', 'step 3']);
  assert.deepEqual(chosen.spans.map(each => each.context.span_id), [spanId(2)]);
});

test('spans that are there already are refused, all of them', async () => {
  await assert.rejects(logSpans({ client, project, spans: [spans[0], span(3, 9, null, 'LLM')] }));

  assert.equal((await getSpans({ client, project })).spans.length, 3);
});

test('traces are listed with their spans', async () => {
  const { traces } = await getTraces({ client, project, includeSpans: true, sessionId });

  assert.deepEqual(traces.map(trace => trace.trace_id), [traceId(2), traceId(1)]);
  assert.equal(traces[1].spans.length, 2);
});

test('sessions are found with their turns', async () => {
  const sessions = await listSessions({ client, project: projectName, projectName });
  const session = await getSession({ client, sessionId });
  const turns = await getSessionTurns({ client, sessionId });

  assert.deepEqual(sessions.map(each => each.sessionId), [sessionId]);
  assert.deepEqual(session.traces.map(trace => trace.traceId), [traceId(1), traceId(2)]);
  assert.deepEqual(turns.map(turn => turn.input?.value), ['in 1', 'in 3']);
});

test('spans, traces, sessions and documents are annotated', async () => {
  const annotated = await addSpanAnnotation({ client, spanAnnotation: { spanId: spanId(2), name: 'quality', label: 'good', score: 0.9, annotatorKind: 'HUMAN', identifier: 'x' }, sync: true });
  await logSpanAnnotations({ client, spanAnnotations: [{ spanId: spanId(2), name: 'quality', label: 'better', score: 1, annotatorKind: 'LLM', identifier: 'x' }], sync: true });
  await addTraceAnnotation({ client, traceAnnotation: { traceId: traceId(1), name: 'kept', label: 'yes', annotatorKind: 'CODE' }, sync: true });
  await addSessionAnnotation({ client, sessionAnnotation: { sessionId, name: 'kept', score: 1, annotatorKind: 'CODE' }, sync: true });
  await addDocumentAnnotation({ client, documentAnnotation: { spanId: spanId(2), documentPosition: 0, name: 'relevance', score: 1, annotatorKind: 'LLM' }, sync: true });

  const { annotations } = await getSpanAnnotations({ client, project, spanIds: [spanId(2)] });

  assert.ok(annotated.id);
  assert.deepEqual(annotations.map(each => [each.id, each.name, each.result.label, each.result.score]), [[annotated.id, 'quality', 'better', 1]]);
});

test('notes are added', async () => {
  const note = await addSpanNote({ client, spanNote: { spanId: spanId(1), note: 'look here' } });
  await addTraceNote({ client, traceNote: { traceId: traceId(1), note: 'and here' } });
  await addSessionNote({ client, sessionNote: { sessionId, note: 'and here' } });

  assert.ok(note.id);
});

test('annotation configurations are kept', async () => {
  const name = `config-${projectName}`;
  const { data } = await client.POST('/v1/annotation_configs', { body: { name, type: 'CONTINUOUS', optimization_direction: 'MAXIMIZE', lower_bound: 0, upper_bound: 1 } });
  await client.PUT('/v1/projects/{project_identifier}/annotation_configs/{config_identifier}', { params: { path: { project_identifier: projectName, config_identifier: name } } });

  const { data: assigned } = await client.GET('/v1/projects/{project_identifier}/annotation_configs', { params: { path: { project_identifier: projectName } } });

  assert.deepEqual(assigned.data.map(config => config.id), [data.data.id]);
});

test('only a management key deletes', async () => {
  await assert.rejects(deleteSpan({ client, spanIdentifier: spanId(2) }));
  await deleteSpan({ client: manager, spanIdentifier: spanId(2) });
  await deleteSession({ client: manager, sessionId });

  assert.equal((await getSpans({ client, project })).spans.length, 0);
});

test('what is not served says so by name', async () => {
  const response = await fetch(`${url}/v1/secrets`, { method: 'PUT', headers: { authorization: `Bearer ${managementKey}` } });

  assert.equal(response.status, 501);
  assert.match(await response.text(), /\/v1\/secrets/);
});

function span(trace, number, parent, kind) {
  return {
    name: `step ${number}`,
    context: { trace_id: traceId(trace), span_id: spanId(number) },
    span_kind: kind,
    parent_id: parent && spanId(parent),
    start_time: new Date(Date.UTC(2026, 0, 1, 0, 0, number)).toISOString(),
    end_time: new Date(Date.UTC(2026, 0, 1, 0, 1, number)).toISOString(),
    status_code: 'OK',
    attributes: { step: { number }, 'session.id': sessionId, 'input.value': `in ${number}`, 'output.value': `out ${number}` },
  };
}

// Ids of this run alone.
function traceId(number) {
  return hexOfRun().padEnd(30, '0') + number.toString(16).padStart(2, '0');
}

function spanId(number) {
  return hexOfRun().padEnd(14, '0') + number.toString(16).padStart(2, '0');
}

function hexOfRun() {
  return projectName.slice(-8);
}
