import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { seed } from './seed';
import { serve } from './server';

/**
 * The app without a back end: `npm run demo` serves the web build (made first, if there is none), `npm run demo --
 * --api` only what answers it, for a development server beside it.
 */
async function main() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8090' },
      api: { type: 'boolean' },
      build: { type: 'boolean' },
    },
  });
  const dist = join(__dirname, '..', 'dist');
  if (!values.api && (values.build || !existsSync(join(dist, 'index.html')))) {
    const made = spawnSync('npm', ['run', 'export:web'], { cwd: join(__dirname, '..'), stdio: 'inherit' });
    if (made.status !== 0) process.exit(made.status ?? 1);
  }
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 350));
  const { address, backend } = await serve(Number(values.port), dist, { pause });
  seed(backend.world);
  console.log(values.api ? `The demo's API is at ${address}` : `The demo is at ${address}/app/`);
}

void main();
