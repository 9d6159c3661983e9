/* global build */

// `build` is written above by webWorker.mjs.
//
// Keeps the page itself on the device, so that it opens without a network and shows what was read before. What the page reads
// from the API is not kept here. A newer worker waits until no page of the older build is open, and each has its own cache.
const cacheName = `oddiya-page-${build.id}`;
const home = self.registration.scope;

self.addEventListener('install', (event) => {
  // Parts of the page are named by their content, so what the browser has of them is good; the page itself is not.
  const wanted = [new Request(home, { cache: 'reload' }), ...build.parts];
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(wanted)));
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
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => kept(home)));
  else if (build.parts.includes(new URL(request.url).pathname)) {
    event.respondWith(kept(request.url).then((part) => part ?? fetch(request)));
  }
});

async function kept(address) {
  const cache = await caches.open(cacheName);
  return cache.match(address);
}

async function forgetOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith('oddiya-page-') && name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
}
