import type { Catalogue } from '../en';
import type { Translated } from '../texts';

export const common: Translated<Catalogue['common']> = {
  nav: {
    label: '오디야',
    trips: '여행',
    films: '영상',
    me: '나',
    back: '뒤로',
  },
  action: { retry: '다시 시도', close: '닫기' },
  state: {
    loading: '불러오는 중…',
    offlineTitle: '오프라인 상태예요',
    offlineEmpty: '이 기기에서 아직 열어 본 적이 없는 내용이에요. 연결되면 바로 보여 드릴게요.',
    age: '{{ago}}에 불러온 내용이에요. 새로 불러오지 못했어요.',
    offlineBanner: '오프라인 상태예요. {{ago}}에 불러온 내용을 보고 있어요.',
    failedTitle: '잘 되지 않았어요',
  },
  time: {
    minutes_other: '{{count}}분',
    hours_other: '{{count}}시간',
    hoursMinutes: '{{hours}}시간 {{minutes}}분',
  },
  ago: {
    now: '방금 전',
    minutes_other: '{{count}}분 전',
    hours_other: '{{count}}시간 전',
    days_other: '{{count}}일 전',
    months_other: '{{count}}개월 전',
    years_other: '{{count}}년 전',
  },
  provider: {
    kakao: '카카오맵',
    tourapi: '한국관광공사 TourAPI',
    catalogue: '오디야 자체 목록',
  },
  notFound: {
    title: '여기에는 아무것도 없어요',
    body: '페이지가 옮겨졌거나 링크가 잘렸을 수 있어요.',
    home: '내 여행으로',
  },
};
