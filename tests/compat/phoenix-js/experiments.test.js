// Phoenix's own client on experiments: run, evaluated, resumed, read back and deleted.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDataset } from '@arizeai/phoenix-client/datasets';
import {
  createExperiment, deleteExperiment, evaluateExperiment, getExperiment, getExperimentInfo, listExperiments, resumeEvaluation, resumeExperiment, runExperiment,
} from '@arizeai/phoenix-client/experiments';
import { clientOf, freshProject, key, managementKey, spansOf, url } from './weir.js';

const client = clientOf(key);
const manager = clientOf(managementKey);
const name = freshProject('experiment');
const quiet = { info() {}, debug() {}, warn() {}, error() {}, table() {} };
const { datasetId } = await createDataset({ client, name, description: 'of a test', examples: [{ id: 'a', input: { n: 1 }, output: { n: 2 } }, { id: 'b', input: { n: 2 }, output: { n: 4 } }] });
const correct = { name: 'correct', kind: 'CODE', evaluate: ({ output, expected }) => ({ score: output === expected.n ? 1 : 0, label: output === expected.n ? 'yes' : 'no', explanation: '', metadata: {} }) };

test('an experiment is run with evaluators, and its runs link to traces', async () => {
  const ran = await runExperiment({
    client, dataset: { datasetId }, experimentName: `${name}-run`, task: example => example.input.n * 2, evaluators: [correct], repetitions: 2, logger: quiet,
  });
  const read = await getExperiment({ client, experimentId: ran.id });
  const spans = await spansOf(ran.projectName);

  assert.deepEqual([ran.exampleCount, ran.successfulRunCount, ran.failedRunCount, ran.missingRunCount], [2, 4, 0, 0]);
  assert.deepEqual(ran.evaluationRuns.map(each => each.result.score), [1, 1, 1, 1]);
  assert.deepEqual(Object.values(read.runs).map(each => each.output).sort(), [2, 2, 4, 4]);
  assert.deepEqual(new Set(Object.values(read.runs).map(each => each.traceId)), new Set(spans.map(span => span.context.trace_id)));
  const records = await exported(ran.id, records => records.every(record => record.annotations.length === 1));
  assert.deepEqual(records.map(record => [record.repetition_number, record.reference_output.n, record.output, record.annotations[0].name, record.annotations[0].score]), [
    [1, 2, 2, 'correct', 1], [2, 2, 2, 'correct', 1], [1, 4, 4, 'correct', 1], [2, 4, 4, 'correct', 1],
  ]);
});

test('what failed is run again, and what is missing evaluated', async () => {
  const { id: experimentId } = await createExperiment({ client, datasetId, experimentName: `${name}-resume` });
  await resumeExperiment({ client, experimentId, task: example => { if (example.input.n === 2) { throw new Error('not yet'); } return 2; }, logger: quiet });
  const halfway = await getExperimentInfo({ client, experimentId });
  await resumeExperiment({ client, experimentId, task: example => example.input.n * 2, logger: quiet });
  const done = await getExperimentInfo({ client, experimentId });
  await resumeEvaluation({ client, experimentId, evaluators: [correct], logger: quiet });
  const records = await exported(experimentId, records => records.every(record => record.annotations.length === 1));

  assert.deepEqual([halfway.successfulRunCount, halfway.failedRunCount, halfway.missingRunCount], [1, 1, 0]);
  assert.deepEqual([done.successfulRunCount, done.failedRunCount], [2, 0]);
  assert.deepEqual(records.map(record => record.annotations[0].label), ['yes', 'yes']);
});

test('an experiment that was run is evaluated again', async () => {
  const ran = await runExperiment({ client, dataset: { datasetId }, task: () => 2, logger: quiet });
  const evaluated = await evaluateExperiment({ client, experiment: await getExperiment({ client, experimentId: ran.id }), evaluators: [correct], logger: quiet });

  assert.deepEqual(evaluated.evaluationRuns.map(each => each.result.score).sort(), [0, 1]);
  assert.ok((await exported(ran.id, records => records.every(record => record.annotations.length === 1))).length === 2);
});

test('experiments are listed, and deleted by a management key', async () => {
  const [newest] = await listExperiments({ client, datasetId });

  await assert.rejects(deleteExperiment({ client, experimentId: newest.id }));
  await deleteExperiment({ client: manager, experimentId: newest.id, deleteProject: true });
  assert.ok(!(await listExperiments({ client, datasetId })).some(each => each.id === newest.id));
});

// The client does not wait for the evaluations it sends.
async function exported(id, isComplete) {
  for (let tries = 0; ; tries++) {
    const response = await fetch(`${url}/v1/experiments/${id}/json`, { headers: { authorization: `Bearer ${key}` } });
    const records = await response.json();
    if (isComplete(records) || tries === 100) {
      return records;
    }

    await sleep(50);
  }
}
