import { after, opening, type Session, userOf } from './session';

const here: Session = { is: 'signedIn', user: '7' };

test('a device that knows somebody opens for them', () => {
  expect(after(opening, { has: 'opened', user: '7' })).toEqual(here);
  expect(after(opening, { has: 'opened', user: null })).toEqual({ is: 'signedOut' });
});

test('a session that has ended keeps its traveller where they are', () => {
  const ended = after(here, { has: 'ended' });
  expect(ended).toEqual({ is: 'ended', user: '7' });
  const leaving = after(ended, { has: 'leftForProvider', provider: 'google' });
  expect(userOf(leaving)).toBe('7');
  expect(after(leaving, { has: 'failedToSignIn', failure: 'refused' })).toMatchObject({
    is: 'ended',
    user: '7',
  });
  expect(after(leaving, { has: 'signedIn', user: '7' })).toEqual(here);
});

test('who has signed out has no session to lose', () => {
  expect(after({ is: 'signedOut' }, { has: 'ended' })).toEqual({ is: 'signedOut' });
});

test('closing the provider’s page is no failure', () => {
  const leaving = after({ is: 'signedOut' }, { has: 'leftForProvider', provider: 'apple' });
  expect(after(leaving, { has: 'failedToSignIn', failure: 'cancelled' })).toEqual({ is: 'signedOut' });
});

test('who has left for good is told so, until they come again', () => {
  const gone = after(here, { has: 'signedOut', farewell: 'deleted' });
  expect(gone).toEqual({ is: 'signedOut', farewell: 'deleted' });
  expect(
    after(after(gone, { has: 'leftForProvider', provider: 'google' }), { has: 'signedIn', user: '8' }),
  ).toEqual({
    is: 'signedIn',
    user: '8',
  });
});
