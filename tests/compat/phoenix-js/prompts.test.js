// Phoenix's own client on prompts: made, tagged, found, and turned into calls of other clients.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPrompt, getPrompt, listPrompts, promptVersion, toSDK } from '@arizeai/phoenix-client/prompts';
import { clientOf, freshProject, key, managementKey } from './weir.js';

const client = clientOf(key);
const manager = clientOf(managementKey);
const name = freshProject('prompt');
const version = promptVersion({
  description: 'the first',
  modelProvider: 'OPENAI',
  modelName: 'gpt-4o-mini',
  template: [{ role: 'system', content: 'Be short.' }, { role: 'user', content: [{ type: 'text', text: 'What is {{topic}}?' }] }],
  invocationParameters: { temperature: 0.5, seed: 7 },
});

test('a prompt is made, and its newest version found by name', async () => {
  const first = await createPrompt({ client, name, description: 'of a test', version });
  const second = await createPrompt({ client, name, version: { ...version, description: 'the second', x_unknown: { kept: 1.50 } } });
  const latest = await getPrompt({ client, prompt: { name } });
  const old = await getPrompt({ client, prompt: { versionId: first.id } });

  assert.equal(latest.id, second.id);
  assert.deepEqual(latest.x_unknown, { kept: 1.5 });
  assert.deepEqual({ ...old, id: undefined }, { ...version, id: undefined });
});

test('a tag moves from version to version', async () => {
  const { data: { data: [second, first] } } = await client.GET('/v1/prompts/{prompt_identifier}/versions', { params: { path: { prompt_identifier: name } } });
  for (const each of [first, second]) {
    await client.POST('/v1/prompt_versions/{prompt_version_id}/tags', { params: { path: { prompt_version_id: each.id } }, body: { name: 'production' } });
    assert.equal((await getPrompt({ client, prompt: { name, tag: 'production' } })).id, each.id);
  }

  const { data: { data: tags } } = await client.GET('/v1/prompt_versions/{prompt_version_id}/tags', { params: { path: { prompt_version_id: first.id } } });
  assert.deepEqual(tags, []);
});

test('a prompt becomes the call of another client', async () => {
  const prompt = await getPrompt({ client, prompt: { name } });
  const call = toSDK({ sdk: 'openai', prompt, variables: { topic: 'a weir' } });

  assert.deepEqual([call.model, call.temperature, call.seed], ['gpt-4o-mini', 0.5, 7]);
  assert.match(JSON.stringify(call.messages), /What is a weir\?/);
});

test('prompts are listed, and deleted by a management key', async () => {
  const listed = (await listPrompts({ client })).find(each => each.name === name);
  const path = { prompt_identifier: listed.id };

  assert.equal(listed.description, 'of a test');
  await assert.rejects(client.DELETE('/v1/prompts/{prompt_identifier}', { params: { path } }));
  await manager.DELETE('/v1/prompts/{prompt_identifier}', { params: { path } });
  assert.equal((await client.GET('/v1/prompts', {})).data.data.some(each => each.name === name), false);
});
