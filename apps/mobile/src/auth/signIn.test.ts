import { createBackend } from '@fake/backend';
import { SessionEnded } from '@/api/problem';
import { AuthEndpoints } from './endpoints';
import { arrivalAt, type Journey } from './journey';
import { challengeOf, randomText } from './pkce';
import { arrive } from './signIn';
import { subjectOf } from './tokenKeeper';

const address = 'http://oddiya.test';
const redirectUri = 'oddiya://auth/callback';

async function throughProvider(answer: 'yes' | 'no') {
  const { handle } = createBackend();
  const endpoints = new AuthEndpoints(address, handle, false);
  const journey: Journey = { provider: 'google', state: randomText(), verifier: randomText(), from: '/' };
  const page = await endpoints.start(journey, redirectUri, await challengeOf(journey.verifier));
  const back = await handle(new Request(page, { method: 'POST', body: `username=Minji&answer=${answer}` }));
  return { endpoints, journey, back: back.headers.get('Location') ?? '' };
}

test('the code flow leads from the provider’s page to tokens, which refresh and are revoked', async () => {
  const { endpoints, journey, back } = await throughProvider('yes');
  const outcome = await arrive(endpoints, journey, arrivalAt(back, journey));
  if (outcome.is !== 'granted') throw new Error(JSON.stringify(outcome));
  const renewed = await endpoints.refresh(outcome.grant.refreshToken);
  expect(subjectOf(renewed.accessToken)).toBe(subjectOf(outcome.grant.accessToken));
  await endpoints.revoke(renewed.refreshToken);
  await expect(endpoints.refresh(renewed.refreshToken)).rejects.toBeInstanceOf(SessionEnded);
});

test('who says no at the provider has cancelled', async () => {
  const { endpoints, journey, back } = await throughProvider('no');
  const outcome = await arrive(endpoints, journey, arrivalAt(back, journey));
  expect(outcome).toEqual({ is: 'failed', failure: 'cancelled' });
});

test('an answer to another sign-in is not taken', async () => {
  const { endpoints, journey, back } = await throughProvider('yes');
  const outcome = await arrive(endpoints, journey, arrivalAt(back, { state: 'another' }));
  expect(outcome).toEqual({ is: 'failed', failure: 'foreign' });
});

test('challenges are those of RFC 7636', async () => {
  expect(await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  );
});
