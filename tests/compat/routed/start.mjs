// Starts a Weir that routes to every dialect: three played by the simulator, five by vendors.mjs. Prints its address and keys, and ends with its parent.
// node tests/compat/routed/start.mjs FOLDER
import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startVendors } from './vendors.mjs';

const weir = fileURLToPath(new URL('../../../src/Weir.Cli/bin/Release/net10.0/weir.dll', import.meta.url));
const longestStartMs = 30_000;
const children = [];
if (!process.argv[2]) {
  console.error('Usage: node tests/compat/routed/start.mjs FOLDER (an empty or new folder for its data)');
  process.exit(2);
}

const folder = resolve(process.argv[2]);

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.on(signal, () => stop(0));
}

try {
  await start();
} catch (error) {
  console.error(error.message);
  stop(1);
}

async function start() {
  const vendors = await startVendors();
  const [simulator] = await run(['simulate', '--urls', 'http://127.0.0.1:0'], / on (http:\/\/[^/ ]+)\/v1/);
  await mkdir(folder, { recursive: true });
  const config = join(folder, 'weir.json');
  await writeFile(config, JSON.stringify(configuration(simulator, vendors.url), null, 2));
  const [url, key, managementKey] = await run(
    ['serve', '--urls', 'http://127.0.0.1:0', '--otlp-grpc', 'none', '--data', join(folder, 'data'), '--config', config],
    / on (http:\/\/[^ ]+[0-9])/,
    /^inference key: (\S+)/m,
    /^management key: (\S+)/m,
  );
  console.log(`url: ${url}`);
  console.log(`inference key: ${key}`);
  console.log(`management key: ${managementKey}`);
}

function configuration(simulator, vendors) {
  const models = {};
  const add = (slug, provider, upstreamModel, more = {}) => {
    models[slug] = {
      ...more,
      endpoints: [{ provider, upstream_model: upstreamModel, pricing: { prompt: '0.0000001', completion: '0.0000004' } }],
    };
  };
  add('acme/openai', 'sim-openai', 'sim/small', { input_modalities: ['text', 'image'] });
  add('acme/anthropic', 'sim-anthropic', 'sim/small', { input_modalities: ['text', 'image'] });
  add('acme/gemini', 'sim-gemini', 'gemini-sim-small', { input_modalities: ['text', 'image'] });
  add('acme/embedding', 'sim-openai', 'sim/embedding', { output_modalities: ['embeddings'] });
  add('acme/rerank', 'sim-openai', 'sim/rerank', { output_modalities: ['rerank'] });
  add('acme/image', 'sim-openai', 'sim/image', { output_modalities: ['image', 'text'] });
  add('acme/speech', 'sim-openai', 'sim/speech', { output_modalities: ['speech'] });
  add('acme/transcribe', 'sim-openai', 'sim/transcribe', { input_modalities: ['audio'], output_modalities: ['transcription'] });
  add('acme/overloaded', 'sim-openai', 'sim/fault-503');
  add('acme/limited', 'sim-openai', 'sim/fault-429');
  add('acme/slow', 'sim-openai', 'sim/fault-slow');
  for (const dialect of ['cohere', 'ollama', 'bedrock', 'azure-openai', 'openai-responses']) {
    add(`acme/${dialect}`, dialect, 'vendor-1');
  }

  return {
    providers: {
      'sim-openai': { dialect: 'openai', base_url: `${simulator}/v1` },
      'sim-anthropic': { dialect: 'anthropic', base_url: `${simulator}/v1`, api_key: 'unchecked' },
      'sim-gemini': { dialect: 'gemini', base_url: `${simulator}/v1beta`, api_key: 'unchecked' },
      cohere: { dialect: 'cohere', base_url: `${vendors}/cohere`, api_key: 'unchecked' },
      ollama: { dialect: 'ollama', base_url: `${vendors}/ollama` },
      bedrock: { dialect: 'bedrock', base_url: `${vendors}/`, api_key: 'unchecked' },
      'azure-openai': { dialect: 'azure-openai', base_url: `${vendors}/`, api_key: 'unchecked' },
      'openai-responses': { dialect: 'openai-responses', base_url: `${vendors}/responses/v1`, api_key: 'unchecked' },
    },
    models,
  };
}

/** Starts Weir and waits until it has printed what each pattern looks for; gives their first groups. */
function run(args, ...patterns) {
  const child = spawn('dotnet', [weir, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: environment() });
  children.push(child);
  return new Promise((found, failed) => {
    let printed = '';
    const tooLong = setTimeout(() => failed(new Error(`weir ${args[0]} did not start within ${longestStartMs} ms:\n${printed}`)), longestStartMs);
    child.once('exit', code => failed(new Error(`weir ${args[0]} ended with ${code}:\n${printed}`)));
    for (const output of [child.stdout, child.stderr]) {
      output.setEncoding('utf8').on('data', piece => {
        printed = (printed + piece).slice(-65_536);
        const matches = patterns.map(pattern => pattern.exec(printed));
        if (matches.every(Boolean)) {
          clearTimeout(tooLong);
          found(matches.map(match => match[1]));
        }
      });
    }
  });
}

// What the machine has configured for other purposes must not switch providers on.
function environment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(WEIR_|OTEL_)|_API_KEY$|_PROXY$/i.test(name)));
}

function stop(code) {
  for (const child of children) {
    child.kill();
  }

  process.exit(code);
}
