import { appleIdToken, hasAppleSheet } from './appleSheet';
import { redirectUri, travel } from './browser';
import type { AuthEndpoints } from './endpoints';
import { type Arrival, type Journey, type Provider } from './journey';
import { challengeOf, randomText } from './pkce';
import type { SignInFailure } from './session';
import type { Grant } from './tokenKeeper';

export type Outcome = { is: 'granted'; grant: Grant } | { is: 'failed'; failure: SignInFailure };

/** Signs in at a provider: Apple's sheet where there is one, else the provider's page in the browser. */
export async function signInAt(endpoints: AuthEndpoints, provider: Provider, from: string): Promise<Outcome> {
  return failing(async () => {
    if (provider === 'apple' && (await hasAppleSheet())) {
      const idToken = await appleIdToken(await endpoints.nonce());
      return idToken === null ? cancelled : { is: 'granted', grant: await endpoints.exchange(idToken) };
    }
    const journey: Journey = { provider, state: randomText(), verifier: randomText(), from };
    const address = await endpoints.start(journey, redirectUri(), await challengeOf(journey.verifier));
    const arrival = await travel(address, journey);
    return arrival === null ? cancelled : redeem(endpoints, journey, arrival);
  });
}

/** Ends a journey that has led back here. */
export async function arrive(endpoints: AuthEndpoints, journey: Journey, arrival: Arrival): Promise<Outcome> {
  return failing(() => redeem(endpoints, journey, arrival));
}

const cancelled: Outcome = { is: 'failed', failure: 'cancelled' };

async function redeem(endpoints: AuthEndpoints, journey: Journey, arrival: Arrival): Promise<Outcome> {
  switch (arrival.is) {
    case 'code':
      return {
        is: 'granted',
        grant: await endpoints.redeem(journey.provider, arrival.code, journey.verifier),
      };
    case 'refused':
      return arrival.error === 'access_denied' ? cancelled : { is: 'failed', failure: 'refused' };
    case 'foreign':
      return { is: 'failed', failure: 'foreign' };
  }
}

async function failing(attempt: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await attempt();
  } catch (error) {
    return { is: 'failed', failure: { error } };
  }
}
