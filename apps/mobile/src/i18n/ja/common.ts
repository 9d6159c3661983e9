import type { Catalogue } from '../en';
import type { Translated } from '../texts';

export const common: Translated<Catalogue['common']> = {
  nav: {
    label: 'オディヤ',
    trips: '旅',
    films: '動画',
    me: 'マイページ',
    back: '戻る',
  },
  action: { retry: 'もう一度試す', close: '閉じる' },
  state: {
    loading: '読み込み中…',
    offlineTitle: 'オフラインです',
    offlineEmpty: 'この端末ではまだ開いたことがありません。つながったら表示します。',
    age: '{{ago}}に読み込んだ内容です。更新できませんでした。',
    offlineBanner: 'オフラインです。表示しているのは{{ago}}に読み込んだ内容です。',
    failedTitle: 'うまくいきませんでした',
  },
  time: {
    minutes_other: '{{count}}分',
    hours_other: '{{count}}時間',
    hoursMinutes: '{{hours}}時間{{minutes}}分',
  },
  ago: {
    now: 'たった今',
    minutes_other: '{{count}}分前',
    hours_other: '{{count}}時間前',
    days_other: '{{count}}日前',
    months_other: '{{count}}か月前',
    years_other: '{{count}}年前',
  },
  provider: {
    kakao: 'カカオマップ',
    tourapi: '韓国観光公社 TourAPI',
    catalogue: 'Oddiyaの独自リスト',
  },
  notFound: {
    title: 'ここには何もありません',
    body: 'ページが移動したか、リンクが途中で切れている可能性があります。',
    home: '旅の一覧へ',
  },
};
