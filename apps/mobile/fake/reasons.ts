import type { Wish } from '@/api/types';

type Language = Wish['language'];

/** What the demo's checks say; in English where the demo has no other words. */
const ko = {
  exists: (place: string) => `오디야 카탈로그, 기록 ${place}, 2026-11 수집`,
  always: () => '항상 개방',
  open: (from: string, to: string) => `그날 ${from}-${to} 영업`,
  shut: (from: string, to: string) => `${from}-${to} 영업이라 머무는 시간에 닫혀 있음`,
  closedThatDay: () => '그날은 쉬는 날',
  hoursUnknown: () => '영업 시간을 알 수 없음',
  first: () => '하루의 첫 방문지',
  way: (minutes: number, spare: number) => `약 ${minutes}분(추정), 이동에 쓸 수 있는 시간 ${spare}분`,
  indoors: () => '실내',
  dry: () => '머무는 동안 비 예보 없음',
  wet: () => '머무는 동안 3시간에 4.2 mm의 비 예보',
  noForecast: () => '예보가 닿지 않는 날; 그달의 평균: -1~8 °C, 비 오는 날 4일',
  visit: (name: string) => `${name}에 들러요.`,
  eat: (name: string) => `${name}에서 식사해요.`,
  title: (city: string, days: number) =>
    `${city === 'Busan' ? '부산' : city === 'Seoul' ? '서울' : city} ${days}일 여행`,
  dates: (days: number) => `여행 ${days}일이 모두 계획됨`,
  duplicates: () => '두 번 가는 곳 없음',
  budget: (cost: string, budget: string) => `입장료 ${cost} KRW, 예산 ${budget}`,
  prices: (count: number) => `${count}곳은 가격을 알 수 없어 0으로 계산`,
};

const en: typeof ko = {
  exists: (place) => `Oddiya's catalogue, record ${place}, collected 2026-11`,
  always: () => 'Always open',
  open: (from, to) => `Open ${from}-${to} that day`,
  shut: (from, to) => `Open ${from}-${to}, so closed during the stay`,
  closedThatDay: () => 'Closed that day',
  hoursUnknown: () => 'Opening hours are not known',
  first: () => 'First stop of the day',
  way: (minutes, spare) => `About ${minutes} min (estimated), ${spare} min to get there`,
  indoors: () => 'Indoors',
  dry: () => 'No rain forecast during the stay',
  wet: () => 'Rain forecast: 4.2 mm in 3 h during the stay',
  noForecast: () => 'No forecast reaches that day; usual for the month: -1 to 8 °C, 4 days of rain',
  visit: (name) => `Visit ${name}.`,
  eat: (name) => `Eat at ${name}.`,
  title: (city, days) => `${days} ${days === 1 ? 'day' : 'days'} in ${city}`,
  dates: (days) => `All ${days} days are planned`,
  duplicates: () => 'No place twice',
  budget: (cost, budget) => `Admissions ${cost} KRW, budget ${budget}`,
  prices: (count) => `${count} places have no known price, which counts as nothing`,
};

export function reasonsIn(language: Language): typeof ko {
  return language === 'ko' ? ko : en;
}
