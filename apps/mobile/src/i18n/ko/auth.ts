import type { Catalogue } from '../en';
import type { Translated } from '../texts';

export const auth: Translated<Catalogue['auth']> = {
  title: '로그인',
  slogan: '믿을 수 있는 여행,\n오래 남을 영상.',
  promise:
    '모든 장소는 실제로 있고, 도착할 때 열려 있으며, 갈 수 있는 곳이에요. 모르는 것은 모른다고 말해요.',
  google: 'Google로 계속하기',
  apple: 'Apple로 계속하기',
  privacy: '누구인지 알기 위해 이름과 이메일 주소만 보관하고, 계정의 다른 정보는 보관하지 않아요.',
  leaving: '로그인 페이지를 기다리는 중…',
  failure: {
    title: '로그인하지 못했어요',
    refused: '로그인이 거절되었어요. 다시 시도하거나 다른 방법을 써 보세요.',
    foreign: '다른 곳에서 시작된 로그인이에요. 여기에서 다시 시작해 주세요.',
  },
  farewell: {
    deleted: '계정을 삭제했어요. 계정에 있던 것은 모든 곳에서 지우고 있어요.',
    unheard:
      '이 기기에서는 로그아웃했어요. 서버에는 아직 알리지 못했고, 연결되면 이 앱이 바로 알려요. 알리지 못하면 그 로그인은 14일 안에 저절로 끝나요.',
    barred:
      '이 기기에서는 로그아웃했어요. 하지만 서버가 모르는 주소의 페이지라서 로그아웃을 받아 주지 않았어요. 운영하는 사람이 주소를 등록하지 않으면 그 로그인은 길어야 14일 뒤에 끝나요.',
  },
  ended: {
    title: '다시 로그인해 주세요',
    body: '로그인 시간이 끝났어요. 하던 일은 그대로 있어요.',
    leave: '그냥 나가기',
  },
};
