// Every program of the console's first page, run as it stands there. What is not installed is skipped by name.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { missing, run } from './run.js';
import { calls, key, keylessCalls, read, traces } from './snippets.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const noDotnet = missing('dotnet');

test('every snippet of the page has a test here', () => {
  assert.deepEqual(Object.keys(calls).sort(), ['claude-code', 'codex', 'csharp', 'curl', 'cursor', 'langchain', 'python', 'typescript', 'vercel']);
  assert.deepEqual(Object.keys(traces).sort(), ['csharp', 'otlp', 'python']);
});

for (const id of ['typescript', 'vercel', 'langchain']) {
  test(`${id}: prints an answer`, async () => answered(await run({ 'hello.mjs': calls[id] }, 'node', ['hello.mjs'])));

  test(`${id}: reads the key from WEIR_KEY while there is none`, async () =>
    answered(await run({ 'hello.mjs': keylessCalls[id] }, 'node', ['hello.mjs'], { env: { WEIR_KEY: key } })));

  test(`${id}: installs what it imports`, async () => {
    const named = calls[id].match(/npm install ([^&\n]+)/)[1].trim().split(' ');
    const imported = [...calls[id].matchAll(/from '([^']+)'/g)].map(match => match[1]);

    assert.deepEqual(imported.filter(name => !named.includes(name)), []);
  });
}

for (const [name, text, env] of [['curl', calls.curl, {}], ['curl without a key', keylessCalls.curl, { WEIR_KEY: key }]]) {
  test(`${name}: prints the answer`, { skip: missing('curl') }, async () => {
    const { code, printed } = await run({ 'hello.sh': text }, 'bash', ['hello.sh'], { env });

    assert.equal(code, 0);
    assert.ok(JSON.parse(printed).choices[0].message.content.length > 0, printed);
  });
}

test('C#: prints an answer', { skip: noDotnet }, async () => {
  const versions = await readFile(path.join(root, 'Directory.Packages.props'), 'utf8');
  const version = versions.match(/Include="OpenAI" Version="([^"]+)"/)[1];

  answered(await runCSharp(calls.csharp, `<PackageReference Include="OpenAI" Version="${version}" />`));
});

test('OpenInference in C#: prints an answer, and its span is in the project', { skip: noDotnet }, async () => {
  const named = [...traces.csharp.matchAll(/weir\/src\/([\w.]+)/g)].map(match => match[1]);
  const before = await spans();

  answered(await runCSharp(traces.csharp, named.map(name => `<ProjectReference Include="${root}src/${name}/${name}.csproj" />`).join('')));

  const arrived = (await spans()).slice(before.length);
  assert.ok(arrived.some(span => span.name === 'ChatCompletion'), `${arrived.map(span => span.name)}`);
  assert.equal(new Set(arrived.map(span => span.context.trace_id)).size, 1, 'the spans of the gateway are in the same trace');
});

for (const [name, text] of [['Python', calls.python], ['OpenInference in Python', traces.python]]) {
  const imports = [...text.matchAll(/^(?:from|import) ([\w.]+)/gm)].map(match => match[1]);
  test(`${name}: prints an answer`, { skip: missing('python3', ['-c', `import ${imports.join(', ')}`]) }, async () =>
    answered(await run({ 'hello.py': text }, 'python3', ['hello.py'])));

  test(`${name}: is Python`, { skip: missing('python3') }, async () => {
    const { code, complaints } = await run({ 'hello.py': text }, 'python3', ['-m', 'py_compile', 'hello.py']);

    assert.equal(code, 0, complaints);
  });
}

// Without a terminal it prints one answer to what it is given.
test('Claude Code: prints an answer', { skip: missing('claude') }, async () =>
  answered(await run({ 'hello.sh': calls['claude-code'] }, 'bash', ['hello.sh'], { input: 'Say hello' }), { quiet: false }));

test('Codex: prints an answer', { skip: missing('codex') }, async () => {
  const exported = calls.codex.match(/^# (export WEIR_KEY=.*)$/m)[1];
  const start = `${exported}\ncodex exec --skip-git-repo-check "Say hello"`;

  answered(await run({ '.codex/config.toml': calls.codex, 'hello.sh': start }, 'bash', ['hello.sh']), { quiet: false });
});

test('Cursor: is set up', { skip: 'Cursor is a program with a window, and calls from its own servers' }, () => {});

// A program that says nothing of where it sends its spans, started from a shell in which the lines were run.
const program = transport => `
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-${transport}';
import { detectResources, envDetector } from '@opentelemetry/resources';
import { NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';

const provider = new NodeTracerProvider({
  resource: detectResources({ detectors: [envDetector] }),
  spanProcessors: [new SimpleSpanProcessor(new OTLPTraceExporter())],
});
provider.getTracer('start-page').startSpan(process.argv[2]).end();
await provider.shutdown();
`;
const overGrpc = traces.otlp.replace(/^# (export )/gm, '$1');

for (const [transport, lines] of [['proto', traces.otlp], ['grpc', overGrpc]]) {
  const skip = transport === 'grpc' && overGrpc === traces.otlp && 'the server was started with --otlp-grpc none';
  test(`OpenTelemetry SDK, ${transport}: its span is in the project`, { skip }, async () => {
    const name = `start-page ${randomUUID()}`;

    const { code, complaints } = await run({ 'shell.sh': `${lines}\nnode app.mjs "${name}"`, 'app.mjs': program(transport) }, 'bash', ['shell.sh']);

    assert.equal(code, 0, complaints);
    assert.ok((await spans()).some(span => span.name === name), complaints);
  });
}

function answered({ code, printed, complaints }, { quiet = true } = {}) {
  assert.equal(code, 0, complaints);
  // the built-in simulator says who it is, so no message of a client passes for an answer
  assert.match(printed, /simulator/, complaints);
  if (quiet) {
    assert.equal(complaints, '');
  }
}

// The oldest first.
async function spans() {
  const { data } = await read('/v1/projects').then(async projects =>
    projects.data.some(project => project.name === 'my-app') ? read('/v1/projects/my-app/spans?limit=1000') : { data: [] });
  return data.sort((left, right) => left.start_time.localeCompare(right.start_time));
}

function runCSharp(text, references) {
  const project = `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup><ItemGroup>${references}</ItemGroup></Project>`;
  // the user's packages, or all of them would be fetched again; and no server of the compiler that stays behind
  const env = { HOME: process.env.HOME, UseSharedCompilation: 'false', MSBUILDDISABLENODEREUSE: '1', DOTNET_NOLOGO: '1' };
  return run({ 'hello.csproj': project, 'Program.cs': text }, 'dotnet', ['run', '-c', 'Release', '--no-launch-profile'], { env });
}
