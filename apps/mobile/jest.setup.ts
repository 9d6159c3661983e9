import { notifyManager } from '@tanstack/react-query';
import { act, configure } from '@testing-library/react-native';

import { openTab } from './src/testing/tab';

// What is waited for comes when it comes: the first screen of a cold run has half of React Native to be compiled.
configure({ asyncUtilTimeout: 60_000 });
jest.setTimeout(90_000);

// An answer may come when a test has seen what it wanted; React wants to know of that as well.
notifyManager.setNotifyFunction((notify) => {
  act(notify);
});

openTab();
