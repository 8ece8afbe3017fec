// Phoenix's own client on datasets: made, changed, read in versions and splits, and exported.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { appendDatasetExamples, createDataset, getDataset, getDatasetExamples, getDatasetInfo } from '@arizeai/phoenix-client/datasets';
import { clientOf, freshProject, key, managementKey, url } from './weir.js';

const client = clientOf(key);
const manager = clientOf(managementKey);
const name = freshProject('dataset');
const examples = [
  { id: 'one', input: { q: '1+1' }, output: { a: '2' }, metadata: { level: 1 }, splits: 'train' },
  { id: 'two', input: { q: '2+2' }, output: { a: '4' }, splits: ['test', 'hard'] },
  { input: { q: 'ключ "x"' }, output: null },
];

test('a dataset is made and read back', async () => {
  const { datasetId } = await createDataset({ client, name, description: 'of a test', examples });
  const dataset = await getDataset({ client, dataset: { datasetId } });

  assert.equal(dataset.name, name);
  assert.deepEqual(dataset.examples.map(each => each.input), examples.map(each => each.input));
  assert.deepEqual(dataset.examples.map(each => each.id).slice(0, 2), ['one', 'two']);
  assert.equal(dataset.examples[2].id, dataset.examples[2].nodeId);
  assert.match(Buffer.from(datasetId, 'base64').toString(), /^Dataset:\d+$/);
});

test('the same examples again make no version, changed ones a version that keeps their ids', async () => {
  const before = await getDataset({ client, dataset: { datasetName: name } });
  await createDataset({ client, name, description: 'of a test', examples });
  const same = await getDataset({ client, dataset: { datasetName: name } });
  await createDataset({ client, name, description: 'of a test', examples: [{ ...examples[0], output: { a: 'two' } }, examples[1]] });
  const after = await getDataset({ client, dataset: { datasetName: name } });
  const old = await getDatasetExamples({ client, dataset: { datasetName: name, versionId: before.versionId } });

  assert.equal(same.versionId, before.versionId);
  assert.notEqual(after.versionId, before.versionId);
  assert.deepEqual(after.examples.map(each => each.nodeId), before.examples.slice(0, 2).map(each => each.nodeId));
  assert.deepEqual(after.examples[0].output, { a: 'two' });
  assert.equal(old.examples.length, 3);
  assert.deepEqual(old.examples[0].output, { a: '2' });
});

test('examples are appended, and chosen by their splits', async () => {
  await appendDatasetExamples({ client, dataset: { datasetName: name }, examples: [{ input: { q: '3+3' }, splits: ['train'] }] });
  const train = await getDatasetExamples({ client, dataset: { datasetName: name, splits: ['train'] } });

  assert.deepEqual(train.examples.map(each => each.input.q), ['1+1', '3+3']);
});

test('datasets are listed and found by name', async () => {
  const info = await getDatasetInfo({ client, dataset: { datasetName: name } });
  const { data: { data: all } } = await client.GET('/v1/datasets', { params: { query: { limit: 1000 } } });

  assert.equal(info.name, name);
  assert.ok(all.some(each => each.id === info.id));
});

test('a file of gzipped CSV is uploaded as a form, and downloaded', async () => {
  const csv = 'question,answer,part\r\n"How, ""exactly""?",=1+1,train\r\nWhy?,,\r\n';
  const form = new FormData();
  for (const [field, value] of [['action', 'create'], ['name', `${name}-csv`], ['input_keys[]', 'question'], ['output_keys[]', 'answer'], ['split_key', 'part']]) {
    form.append(field, value);
  }

  const { id } = await upload(form, gzipSync(csv));
  const file = await download(`/v1/datasets/${id}/csv`);
  const lines = await download(`/v1/datasets/${id}/jsonl`);

  assert.match(file, /^id,node_id,splits,input\.question,output\.answer\n/);
  assert.ok(file.includes(`"How, ""exactly""?",'=1+1`), file);
  assert.deepEqual(lines.trim().split('\n').map(line => JSON.parse(line).output), [{ answer: '=1+1' }, {}]);
});

test('only a management key deletes', async () => {
  const { id } = await getDatasetInfo({ client, dataset: { datasetName: name } });

  await assert.rejects(client.DELETE('/v1/datasets/{id}', { params: { path: { id } } }));
  await manager.DELETE('/v1/datasets/{id}', { params: { path: { id } } });
  await assert.rejects(getDatasetInfo({ client, dataset: { datasetName: name } }));
});

// fetch cannot give a part of a form a Content-Encoding: the form is written by hand, as Phoenix's Python client sends it.
async function upload(form, file) {
  const boundary = 'weir-compat';
  const parts = [...form].map(([field, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`);
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="qa.csv"\r\nContent-Type: text/csv\r\nContent-Encoding: gzip\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(parts.join('') + head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const response = await fetch(`${url}/v1/datasets/upload?sync=true`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': `multipart/form-data; boundary=${boundary}` },
    body,
  });
  const text = await response.text();
  assert.equal(response.status, 200, text);
  return { id: JSON.parse(text).data.dataset_id };
}

async function download(path) {
  const response = await fetch(url + path, { headers: { authorization: `Bearer ${key}` } });
  assert.equal(response.status, 200);
  return response.text();
}
