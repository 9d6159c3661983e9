import type { Catalogue } from '../en';
import type { Translated } from '../texts';

export const film: Translated<Catalogue['film']> = {
  title: '影片',
  emptyTitle: '还没有影片',
  emptyBody: '旅行结束后选择照片，我们为您制作成影片。',
  new: '新影片',
};
