import type { Catalogue } from '../en';
import type { Translated } from '../texts';

export const film: Translated<Catalogue['film']> = {
  title: '動画',
  emptyTitle: 'まだ動画はありません',
  emptyBody: '旅のあとに写真を選ぶと、動画にまとめます。',
  new: '新しい動画',
};
