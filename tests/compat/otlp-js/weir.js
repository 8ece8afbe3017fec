// Where the server under test is, and how to read spans back from it as any user may.

export const url = required('WEIR_URL').replace(/\/$/, '');
export const key = required('WEIR_KEY');

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

/** Where OTLP over gRPC is received; null when the server was started without. */
export async function grpcAddress() {
  const response = await fetch(`${url}/api/weir/status`, { headers: { authorization: `Bearer ${key}` } });
  return (await response.json()).data.otlp_grpc;
}

/** A project that no other run has written to. */
export function freshProject(name) {
  return `${name}-${crypto.randomUUID().slice(0, 8)}`;
}

function required(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: start ./weir serve, then set WEIR_URL to its address and WEIR_KEY to its inference key.`);
  }

  return value;
}
