import { mapLink, type Way } from './mapLinks';

const way: Way = {
  from: { name: '부산역, 1번 출구', position: { lat: 35.1151, lng: 129.0415 } },
  to: { name: 'Jagalchi/Market', position: { lat: 35.0966, lng: 129.0306 } },
  mode: 'walk',
};

test('KakaoMap is asked for a route on foot, in the app and on its page', () => {
  expect(mapLink('kakao', way)).toEqual({
    app: 'kakaomap://route?sp=35.1151,129.0415&ep=35.0966,129.0306&by=FOOT',
    web: `https://map.kakao.com/link/by/walk/${encodeURIComponent('부산역 1번 출구')},35.1151,129.0415/Jagalchi%20Market,35.0966,129.0306`,
  });
});

test('NAVER Map is told names, places and who asks', () => {
  const { app, web } = mapLink('naver', way);
  const asked = new URL(app ?? '');
  expect(asked.protocol + asked.host + asked.pathname).toBe('nmap:route/walk');
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    slat: '35.1151',
    slng: '129.0415',
    sname: '부산역, 1번 출구',
    dlat: '35.0966',
    dname: 'Jagalchi/Market',
    appname: 'app.oddiya',
  });
  expect(web).toContain('/129.0306,35.0966,Jagalchi%20Market,,/-/walk');
});

test('Google Maps and Apple Maps open by their page’s address', () => {
  expect(mapLink('google', { ...way, mode: 'transit' })).toEqual({
    web: 'https://www.google.com/maps/dir/?api=1&origin=35.1151,129.0415&destination=35.0966,129.0306&travelmode=transit',
  });
  expect(mapLink('apple', { ...way, mode: 'car' })).toEqual({
    web: 'https://maps.apple.com/?saddr=35.1151,129.0415&daddr=35.0966,129.0306&dirflg=d',
  });
});

test('without a beginning the way begins where the traveller is', () => {
  const here = { to: way.to, mode: 'transit' } as const;
  expect(mapLink('google', here).web).not.toContain('origin');
  expect(mapLink('apple', here).web).not.toContain('saddr');
  expect(mapLink('naver', here).web).toContain('/directions/-/');
  expect(mapLink('kakao', here).app).toBe('kakaomap://route?ep=35.0966,129.0306&by=PUBLICTRANSIT');
});
