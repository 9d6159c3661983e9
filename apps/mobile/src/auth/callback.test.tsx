import { render, waitFor } from '@testing-library/react-native';

import Callback from '@/app/auth/callback';
import { type Stage, stage } from '@/testing/render';
import { visited } from '@/testing/router';
import { SessionProvider, useSession } from './SessionProvider';
import { tokenStore } from './tokenStore';

beforeEach(() => {
  visited.length = 0;
});

function comeBack({ backend }: Stage) {
  render(
    <SessionProvider transport={backend.handle} onLeft={() => Promise.resolve()}>
      <Arrival />
    </SessionProvider>,
  );
}

function Arrival() {
  const { session } = useSession();
  return session.is === 'opening' ? null : <Callback />;
}

test('whoever comes back without being let in is led to where they can try again', async () => {
  const here = await stage();
  await tokenStore.clear();
  comeBack(here);
  const tryAgain = JSON.stringify({ pathname: '/sign-in', params: { from: '/' } });
  await waitFor(() => expect(visited).toEqual([tryAgain]));
});

test('whoever is signed in goes on', async () => {
  comeBack(await stage());
  await waitFor(() => expect(visited).toEqual(['/']));
});
