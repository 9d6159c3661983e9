// Lays a .br and a .gz beside each file of a folder that is worth it, for the gateway to send instead.
// `node compress.mjs FOLDER`
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const worth = /\.(css|html|ico|js|json|map|mjs|svg|ttf|txt|wasm|webmanifest)$/;
const smallest = 512;

const ways = [
  ['.br', (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })],
  ['.gz', (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION })],
];

async function compress(file) {
  const bytes = await readFile(file);
  if (bytes.length < smallest) return;
  for (const [ending, way] of ways) {
    const compressed = await way(bytes);
    if (compressed.length < bytes.length) await writeFile(file + ending, compressed);
  }
}

const folder = process.argv[2];
const entries = await readdir(folder, { recursive: true, withFileTypes: true });
const files = entries
  .filter((entry) => entry.isFile() && worth.test(entry.name))
  .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
const worker = async () => {
  for (let file = files.pop(); file !== undefined; file = files.pop()) await compress(file);
};
await Promise.all(cpus().map(worker));
