export const auth = {
  title: 'Sign in',
  slogan: 'A trip you can trust, and a film to remember it by.',
  promise: 'Every place exists, is open when you come and can be reached. What is not known is said.',
  google: 'Continue with Google',
  apple: 'Continue with Apple',
  privacy: 'We keep your name and e-mail address to know you by, and nothing else of your account.',
  leaving: 'Waiting for the sign-in page…',
  failure: {
    title: 'Signing in did not work',
    refused: 'The provider did not let you in. Please try again, or take the other one.',
    foreign: 'That sign-in was begun elsewhere. Please begin it here once more.',
  },
  farewell: {
    deleted: 'Your account is deleted. What belonged to it is being removed everywhere.',
    unheard:
      'You are signed out on this device. Oddiya could not be told yet: this app does so as soon as there is a connection. Untold, that session ends there within 14 days.',
    barred:
      'You are signed out on this device. Oddiya does not take that from this page’s address: who runs it has to add it. Until then the session goes on there, for 14 days at most.',
  },
  ended: {
    title: 'Please sign in again',
    body: 'Your session has ended. Everything you were doing is still here.',
    leave: 'Leave instead',
  },
};
