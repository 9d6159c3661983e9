/* global build */

// `build` is written above by webWorker.mjs.
//
// Keeps the page itself on the device, so that it opens without a network and shows what was read before. What the page reads
// from the API is not kept here. A newer worker waits until no page of the older build is open, and each has its own cache.
const cacheName = `oddiya-page-${build.id}`;
const home = self.registration.scope;
/** So long a network may take to answer before the page that is here is shown. */
const patienceMs = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(keep());
  // Where browsers know how, they do not wake the worker for what it has nothing to say to.
  event.addRoutes?.([
    { condition: { urlPattern: '/api/*' }, source: 'network' },
    { condition: { urlPattern: '/oauth2/*' }, source: 'network' },
  ]);
});

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([forgetOlder(), self.clients.claim()]));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(home)) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (build.parts.includes(new URL(request.url).pathname)) {
    event.respondWith(kept(request.url).then((part) => part ?? fetch(request)));
  }
});

async function keep() {
  // Parts are named by their content, so what the browser has of them is good; the page itself is not.
  const page = await fetch(home, { cache: 'reload' });
  const named = (await page.clone().text()).matchAll(/ src="([^"]+\.js)"/g);
  // While a release goes out, one machine may have the new worker and another the old page.
  const isOurs = [...named].every(([, part]) => build.parts.includes(part));
  if (!page.ok || !isOurs) throw new Error('the page is of another build than its worker');
  const cache = await caches.open(cacheName);
  await cache.put(home, page);
  await cache.addAll(build.parts);
}

async function page(request) {
  const answer = fetch(request);
  const late = new Promise((resolve) => setTimeout(resolve, patienceMs));
  const first = await Promise.race([answer.catch(() => undefined), late]);
  return first ?? (await kept(home)) ?? answer;
}

/** Storage that cannot be read is as good as none: the network has it all. */
async function kept(address) {
  try {
    const cache = await caches.open(cacheName);
    return await cache.match(address);
  } catch {
    return undefined;
  }
}

async function forgetOlder() {
  // One that is on its way has a cache too.
  if (self.registration.installing || self.registration.waiting) return;
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith('oddiya-page-') && name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
}
