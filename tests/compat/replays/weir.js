// A simulator, and a Weir whose models are the same simulated one, reached in three dialects.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../src/Weir.Cli/bin/Release/net10.0/weir.dll', import.meta.url));
const startSeconds = 30;

const bases = { openai: 'v1', anthropic: 'v1', gemini: 'v1beta' };
const upstreams = { openai: 'sim/large', anthropic: 'sim/large', gemini: 'gemini-sim-large' };

export const dialects = Object.keys(bases);

export async function start() {
  const folder = mkdtempSync(join(tmpdir(), 'weir-replays-'));
  const started = [];
  const stop = () => {
    started.forEach(child => child.kill());
    rmSync(folder, { recursive: true, force: true });
  };

  try {
    const simulator = run(started, ['simulate', '--urls', 'http://127.0.0.1:0']);
    const [, upstream] = await said(simulator, / on (http:\/\/[^/\s]+)\/v1/);
    const config = join(folder, 'weir.json');
    writeFileSync(config, JSON.stringify(configuration(upstream)));
    const server = run(started, ['serve', '--urls', 'http://127.0.0.1:0', '--otlp-grpc', 'none', '--data', join(folder, 'data'), '--config', config]);
    const [, key] = await said(server, /^inference key: (\S+)$/m);
    const [, url] = await said(server, / on (http:\/\/[^/\s]+)/);
    return { url, key, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

function configuration(upstream) {
  const providers = {};
  const models = {};
  for (const dialect of dialects) {
    providers[`sim-${dialect}`] = { dialect, base_url: `${upstream}/${bases[dialect]}`, api_key: 'sim' };
    models[`acme/${dialect}`] = { endpoints: [{ provider: `sim-${dialect}`, upstream_model: upstreams[dialect], pricing: { prompt: '0.000001', completion: '0.000002' } }] };
  }

  models['acme/embedding'] = {
    output_modalities: ['embeddings'],
    endpoints: [{ provider: 'sim-openai', upstream_model: 'sim/embedding', pricing: { prompt: '0.000001', completion: '0' } }],
  };
  return { providers, models };
}

function run(started, args) {
  // None of the caller's settings: a provider or a data folder of theirs has no place here.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^WEIR_|_API_KEY$/.test(name)));
  const child = spawn('dotnet', [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  child.output = '';
  child.stdout.on('data', text => (child.output += text));
  child.stderr.on('data', text => (child.output += text));
  started.push(child);
  return child;
}

async function said(child, pattern) {
  for (let waited = 0; waited < startSeconds * 20; waited++) {
    const match = pattern.exec(child.output);
    if (match) {
      return match;
    }

    if (child.exitCode !== null) {
      break;
    }

    await new Promise(resolve => setTimeout(resolve, 50));
  }

  throw new Error(`'${child.spawnargs.slice(1, 3).join(' ')}' did not say ${pattern} (built with dotnet build -c Release?):\n${child.output}`);
}
