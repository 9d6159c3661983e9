export type Provider = 'google' | 'apple';

/** A sign-in that is at the provider: what has to be remembered until it comes back. */
export interface Journey {
  provider: Provider;
  state: string;
  verifier: string;
  /** Where in the app it began. */
  from: string;
}

export type Arrival = { is: 'code'; code: string } | { is: 'refused'; error: string } | { is: 'foreign' };

/** What an address says that the browser has come back to; an answer to another question is foreign. */
export function arrivalAt(address: string, journey: Pick<Journey, 'state'>): Arrival {
  const given = new URL(address).searchParams;
  if (given.get('state') !== journey.state) return { is: 'foreign' };
  const code = given.get('code');
  if (code) return { is: 'code', code };
  return { is: 'refused', error: given.get('error') ?? 'invalid_request' };
}
