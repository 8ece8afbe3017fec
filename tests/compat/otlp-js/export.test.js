// What `weir traces export` writes as Parquet, read by somebody else's reader.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { freshProject, key, url } from './weir.js';

const weir = fileURLToPath(new URL('../../../src/Weir.Cli/bin/Release/net10.0/weir.dll', import.meta.url));

async function send(project, span) {
  const response = await fetch(`${url}/v1/traces`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'x-project-name': project },
    body: JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] }),
  });
  assert.equal(response.status, 200);
}

test('a table of spans is read by another reader', async () => {
  const project = freshProject('parquet');
  for (let number = 1; number <= 3; number++) {
    await send(project, {
      traceId: crypto.randomUUID().replaceAll('-', ''),
      spanId: number.toString(16).padStart(16, '0'),
      name: `span ${number}`,
      startTimeUnixNano: '1700000000123456000',
      endTimeUnixNano: '1700000001123456000',
      attributes: [
        { key: 'llm.model_name', value: { stringValue: 'a/ü' } },
        { key: 'llm.token_count.prompt', value: { intValue: String(number) } },
        { key: 'openinference.span.kind', value: { stringValue: 'LLM' } },
      ],
    });
  }

  const folder = mkdtempSync(join(tmpdir(), 'weir-export-'));
  try {
    const file = join(folder, 'spans.parquet');
    execFileSync('dotnet', [weir, 'traces', 'export', '--project', project, '--format', 'parquet', '--output', file, '--server', url], { env: { ...process.env, WEIR_KEY: key } });

    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(file) });

    assert.deepEqual(rows.map(row => row.name), ['span 3', 'span 2', 'span 1']);
    assert.equal(rows[0].span_kind, 'LLM');
    assert.equal(rows[0]['attributes.llm.model_name'], 'a/ü');
    assert.equal(rows[0]['attributes.llm.token_count.prompt'], 3n);
    assert.equal(rows[0]['attributes.llm.cost.total'] ?? null, null);
    assert.equal(rows[0].start_time.toISOString(), '2023-11-14T22:13:20.123Z');
    assert.equal(JSON.parse(rows[0].attributes)['llm.token_count.prompt'], 3);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
