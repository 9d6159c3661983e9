// Adds to the web build the worker that keeps it on the device (web/worker.js), with the list of what it keeps.
// `node webWorker.mjs dist`
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Parts that are of no use without a network. */
const needsNetwork = /^(callback|edit|revise|sign-in)-/;

const folder = process.argv[2];
const base = '/app';
const entries = await readdir(folder, { recursive: true, withFileTypes: true });
const parts = entries
  .filter(
    (entry) => entry.isFile() && /-[0-9a-f]{32}\.js$/.test(entry.name) && !needsNetwork.test(entry.name),
  )
  .map((entry) =>
    path.posix.join(base, path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name))),
  )
  .sort();
const page = await readFile(path.join(folder, 'index.html'));
const id = createHash('sha256').update(page).update(parts.join('\n')).digest('hex').slice(0, 16);
const worker = await readFile(path.join(import.meta.dirname, 'web', 'worker.js'), 'utf8');
await writeFile(
  path.join(folder, 'worker.js'),
  `const build = ${JSON.stringify({ id, parts }, null, 2)};\n\n${worker}`,
);
