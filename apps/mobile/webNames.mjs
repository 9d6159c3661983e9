// Gives files of the web build names that stand in an address as they are: expo calls what `[id].tsx` is made into
// `[id]-….js`, and brackets are not allowed in a path (RFC 3986, 3.3), so that careful servers refuse them.
// `node webNames.mjs dist`
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

const folder = process.argv[2];
const entries = await readdir(folder, { recursive: true, withFileTypes: true });
const files = entries
  .filter((entry) => entry.isFile())
  .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
const renamed = new Map();
for (const file of files) {
  const name = path.basename(file);
  const plain = name.replaceAll(/[[\]]/g, '_');
  if (plain === name) continue;
  if (files.includes(path.join(path.dirname(file), plain))) throw new Error(`${plain} is there already`);
  renamed.set(name, plain);
}
for (const file of files) {
  if (/\.(js|html|json)$/.test(file)) {
    const before = await readFile(file, 'utf8');
    let after = before;
    for (const [name, plain] of renamed) after = after.replaceAll(name, plain);
    if (after !== before) await writeFile(file, after);
  }
  const plain = renamed.get(path.basename(file));
  if (plain) await rename(file, path.join(path.dirname(file), plain));
}
