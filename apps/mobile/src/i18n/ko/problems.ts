import type { Catalogue } from '../en';
import type { Translated } from '../texts';

export const problems: Translated<Catalogue['problems']> = {
  no_answer: '오디야에 연결할 수 없어요. 네트워크를 확인하고 다시 시도해 주세요.',
  session_ended: '로그인 시간이 끝났어요. 다시 로그인해 주세요.',
  unexpected: '저희 쪽에 문제가 생겼어요. 잠시 뒤에 다시 시도해 주세요.',
  reference: '문의 번호: {{requestId}}',
  account_deleted: '삭제된 계정이에요.',
  body_too_large: '한 번에 보내기에는 너무 커요.',
  busy: '지금 이용이 몰리고 있어요. 잠시 뒤에 다시 시도해 주세요.',
  gone: '이제 여기에 없어요.',
  idempotency_key_reused: '이미 다른 내용으로 보낸 요청이에요. 처음부터 다시 시작해 주세요.',
  incomplete_body: '내용이 다 도착하지 못했어요. 다시 시도해 주세요.',
  infeasible: '모든 조건을 한꺼번에 맞출 수 없어요.',
  internal_error: '저희 쪽에 문제가 생겼어요. 잠시 뒤에 다시 시도해 주세요.',
  invalid_grant: '로그인이 너무 오래 걸렸어요. 다시 시작해 주세요.',
  invalid_request: '요청을 이해하지 못했어요.',
  not_found: '없는 내용이거나 내 것이 아니에요.',
  not_understood: '무슨 뜻인지 알지 못했어요. “덜 걷기”, “박물관 빼고”처럼 말해 보세요.',
  origin_not_allowed:
    '오디야가 모르는 주소의 페이지라서 여기에서는 로그인할 수 없어요. 운영하는 사람이 주소를 등록해야 해요.',
  precondition_failed: '그사이 다른 곳에서 바뀌었어요. 확인하고 다시 시도해 주세요.',
  timeout: '너무 오래 걸렸어요. 다시 시도해 주세요.',
  too_many_bytes: '한 번에 올릴 수 있는 양을 넘었어요. 조금 기다려 주세요.',
  too_many_films: '이미 만들고 있는 영상이 많아요. 하나가 끝날 때까지 기다려 주세요.',
  too_many_requests: '짧은 시간에 요청이 많았어요. 잠시 기다려 주세요.',
  unauthorized: '로그인이 더 이상 유효하지 않아요. 다시 로그인해 주세요.',
  unavailable: '서비스 일부가 잠시 멈춰 있어요. 곧 다시 시도해 주세요.',
  unfit: '앱과 서버의 버전이 서로 맞지 않아요. 앱을 업데이트하거나 페이지를 새로 고쳐 주세요.',
  validation_failed: '아직 맞지 않는 곳이 있어요.',
};
