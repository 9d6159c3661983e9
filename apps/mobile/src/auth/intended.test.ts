const had = Object.getOwnPropertyDescriptor(globalThis, 'window');

afterEach(() => {
  if (had) Object.defineProperty(globalThis, 'window', had);
});

/** The module as a page has it that was loaded at this address. */
function pageAt(address: string): typeof import('./intended.web') {
  const { pathname, search } = new URL(address, 'https://oddiya.example');
  const value = Object.create(had?.value ?? globalThis, {
    location: { value: { pathname, search } },
  }) as object;
  Object.defineProperty(globalThis, 'window', { value, configurable: true, writable: true });
  let page: typeof import('./intended.web') | undefined;
  jest.isolateModules(() => {
    page = jest.requireActual<typeof import('./intended.web')>('./intended.web');
  });
  if (!page) throw new Error('not loaded');
  return page;
}

test('who is asked to sign in comes back to all of the address they had', () => {
  const page = pageAt('/plan/3/revise?revision=9');
  expect(page.intended).toBe('/plan/3/revise?revision=9');
  expect(page.placeOf('/plan/3/revise')).toBe('/plan/3/revise?revision=9');
});

test('what a provider has sent along is no place to come back to', () => {
  expect(pageAt('/auth/callback?code=1&state=2').intended).toBe('/');
  expect(pageAt('/sign-in?from=%2Fme').intended).toBe('/');
});
