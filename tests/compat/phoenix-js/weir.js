// Where the server under test is, and how to read spans back from it as any user may.

import { createClient } from '@arizeai/phoenix-client';

export const url = required('WEIR_URL').replace(/\/$/, '');
export const key = required('WEIR_KEY');

/** A key that may change and delete what others rely on. */
export const managementKey = required('WEIR_COMPAT_MANAGEMENT_KEY');

/** Phoenix's client with a key. */
export function clientOf(apiKey) {
  return createClient({ options: { baseUrl: url, headers: { authorization: `Bearer ${apiKey}` } } });
}

/** Spans of a project, oldest start first. */
export async function spansOf(project) {
  const response = await fetch(`${url}/v1/projects/${encodeURIComponent(project)}/spans?limit=100`, {
    headers: { authorization: `Bearer ${key}` },
  });
  if (!response.ok) {
    throw new Error(`${response.status} ${await response.text()}`);
  }

  const { data } = await response.json();
  return data.sort((left, right) => left.start_time.localeCompare(right.start_time));
}

/** A project that no other run has written to. */
export function freshProject(name) {
  return `${name}-${crypto.randomUUID().slice(0, 8)}`;
}

function required(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: start ./weir serve, then set WEIR_URL to its address, WEIR_KEY to its inference key and WEIR_COMPAT_MANAGEMENT_KEY to its management key.`);
  }

  return value;
}
