// Fails the build when the shell (the page, its first script and its style sheets, gzipped) outgrows its budget.
// Fonts and lazily loaded pages are not counted.
import { readFileSync, rmSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 200;
const dist = new URL('../dist/', import.meta.url);
const manifestFile = new URL('assets/manifest.json', dist);
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));

const files = new Set(['index.html', 'theme.js']);
const visit = (key) => {
  const chunk = manifest[key];
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const imported of chunk.imports ?? []) visit(imported);
};
visit('index.html');

let total = 0;
for (const file of files) {
  const size = gzipSync(readFileSync(new URL(file, dist))).length;
  total += size;
  console.log(`${(size / 1000).toFixed(1).padStart(8)} kB  ${file}`);
}
console.log(`${(total / 1000).toFixed(1).padStart(8)} kB  shell, of ${BUDGET_KB} kB`);
// only this check needs it: what is in dist is served
rmSync(manifestFile);
if (total > BUDGET_KB * 1000) {
  console.error(`The shell is over its budget of ${BUDGET_KB} kB. Load what the first view does not need lazily.`);
  process.exit(1);
}
