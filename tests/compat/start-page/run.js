// Runs a snippet as somebody would who copied it: in an empty folder, from a file or a shell.
import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const installed = fileURLToPath(new URL('node_modules', import.meta.url));

/** Why a program cannot be run here, or false. */
export function missing(command, args = ['--version']) {
  const { status } = spawnSync(command, args, { stdio: 'ignore' });
  return status === 0 ? false : `${[command, ...args].join(' ')} does not work here`;
}

/**
 * Writes files into an empty folder in which the packages of this one are installed, and starts a command there.
 * Gives its exit code, what it printed and what it complained about. Nothing of this machine's user is read: home is that folder.
 */
export async function run(files, command, args, { input = '', env = {} } = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'weir-start-'));
  try {
    await symlink(installed, path.join(folder, 'node_modules'));
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), text);
    }

    return await finished(spawn(command, args, { cwd: folder, env: { ...clean(process.env), HOME: folder, ...env } }), input);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// The snippets bring their own settings; those of this test, and of whoever runs it, would hide a line that is missing.
function clean(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(WEIR_|OTEL_|OPENAI_|ANTHROPIC_|CLAUDE|CODEX_|NODE_)/.test(name)));
}

function finished(child, input) {
  return new Promise((resolve, reject) => {
    const output = { code: null, printed: '', complaints: '' };
    const timer = setTimeout(() => child.kill('SIGKILL'), 180_000);
    child.stdout.on('data', data => (output.printed += data));
    child.stderr.on('data', data => (output.complaints += data));
    child.on('error', reject);
    child.on('close', code => {
      clearTimeout(timer);
      resolve({ ...output, code });
    });
    child.stdin.end(input);
  });
}
