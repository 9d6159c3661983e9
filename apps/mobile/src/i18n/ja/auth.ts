import type { Catalogue } from '../en';
import type { Translated } from '../texts';

export const auth: Translated<Catalogue['auth']> = {
  title: 'ログイン',
  slogan: '信じられる旅を、\n思い出の動画に。',
  promise: 'どの場所も実在し、着く時間に開いていて、たどり着けます。わからないことは、わからないと伝えます。',
  google: 'Googleで続ける',
  apple: 'Appleで続ける',
  privacy: 'お名前とメールアドレスだけを、ご本人の確認のために保管します。',
  leaving: 'ログインページを待っています…',
  failure: {
    title: 'ログインできませんでした',
    refused: 'ログインが認められませんでした。もう一度試すか、別の方法をお使いください。',
    foreign: '別の場所で始まったログインです。ここからもう一度始めてください。',
  },
  farewell: {
    deleted: 'アカウントを削除しました。その内容はすべての場所から消去されています。',
    unheard:
      'この端末ではログアウトしました。サーバーにはまだ伝わっておらず、接続でき次第このアプリが伝えます。伝わらない場合、そのログインは14日以内に自動で終わります。',
  },
  ended: {
    title: 'もう一度ログインしてください',
    body: 'ログインの有効期限が切れました。作業中の内容はそのまま残っています。',
    leave: 'このまま終了する',
  },
};
