import { renderHook } from '@testing-library/react-native';

import { openTexts } from '.';
import { useProviderName } from './providerName';

test('providers have the names that people know them by', async () => {
  await openTexts('ko');
  const nameOf = renderHook(() => useProviderName()).result.current;
  expect(nameOf('kakao')).toBe('카카오맵');
  expect(nameOf('tourapi')).toBe('한국관광공사 TourAPI');
});

test('those without a name of ours are named as they come', () => {
  const nameOf = renderHook(() => useProviderName()).result.current;
  expect(nameOf('somebody')).toBe('somebody');
  expect(nameOf('toString')).toBe('toString');
});
