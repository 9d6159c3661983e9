import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Takes the contract anew from a running gateway, and makes the types of it: `npm run contract -- ADDRESS`. */
async function main() {
  const address = process.argv[2] ?? 'http://localhost:8080';
  const answer = await fetch(new URL('/openapi.json', address));
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  const document = sorted(JSON.parse(withNumbersAsTexts(await answer.text())));
  writeFileSync(join(__dirname, 'openapi.json'), `${withNumbers(JSON.stringify(document, null, 1))}\n`);
  process.exit(spawnSync('npm', ['run', 'types'], { cwd: __dirname, stdio: 'inherit' }).status ?? 1);
}

/** Numbers as they are written: JavaScript would round those of 64 bits, and make 200.0 a 200. */
function withNumbersAsTexts(json: string): string {
  return json.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (word) =>
    word.startsWith('"') ? word : `"number ${word}"`,
  );
}

function withNumbers(json: string): string {
  return json.replace(/"number (-?\d[\d.eE+-]*)"/g, '$1');
}

/** In one order, so that a difference shows what has changed. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
}

void main();
