import type { Catalogue } from '../en';
import type { Translated } from '../texts';

export const problems: Translated<Catalogue['problems']> = {
  no_answer: 'Oddiyaに接続できません。ネットワークを確かめて、もう一度お試しください。',
  session_ended: 'ログインの有効期限が切れました。もう一度ログインしてください。',
  unexpected: 'こちら側で問題が起きました。少し待ってからお試しください。',
  reference: 'お問い合わせ番号：{{requestId}}',
  account_deleted: 'このアカウントは削除されています。',
  body_too_large: '一度に送るには大きすぎます。',
  busy: 'ただいま混み合っています。少し待ってからお試しください。',
  gone: 'これはもうありません。',
  idempotency_key_reused: 'すでに別の内容で送信されています。はじめからやり直してください。',
  incomplete_body: '内容がすべて届きませんでした。もう一度お試しください。',
  infeasible: 'すべての条件を同時に満たすことはできません。',
  internal_error: 'こちら側で問題が起きました。少し待ってからお試しください。',
  invalid_grant: 'ログインに時間がかかりすぎました。もう一度始めてください。',
  invalid_request: 'リクエストを理解できませんでした。',
  not_found: '存在しないか、あなたのものではありません。',
  not_understood: '意味がわかりませんでした。「歩く距離を減らす」「博物館なし」のように書いてみてください。',
  origin_not_allowed:
    'このページのアドレスが登録されていないため、ここではログインできません。運営者による登録が必要です。',
  precondition_failed: 'その間に別の場所で変更されました。確認してからお試しください。',
  timeout: '時間がかかりすぎました。もう一度お試しください。',
  too_many_bytes: '一度にアップロードできる量を超えています。少しお待ちください。',
  too_many_films: '作成中の動画がたくさんあります。ひとつ終わるまでお待ちください。',
  too_many_requests: '短い時間に操作が集中しました。少しお待ちください。',
  unauthorized: 'ログインが無効になりました。もう一度ログインしてください。',
  unavailable: 'サービスの一部が一時的に止まっています。まもなくお試しください。',
  unfit: 'アプリとサーバーのバージョンが合っていません。アプリを更新するか、ページを読み込み直してください。',
  validation_failed: 'まだ正しくないところがあります。',
};
