import type { Catalogue } from '../en';
import type { Translated } from '../texts';

export const film: Translated<Catalogue['film']> = {
  title: '영상',
  emptyTitle: '아직 영상이 없어요',
  emptyBody: '여행이 끝나면 사진을 골라 주세요. 영상으로 만들어 드려요.',
  new: '새 영상',
};
