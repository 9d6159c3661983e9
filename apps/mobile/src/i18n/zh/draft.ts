import type { Catalogue } from '../en';
import type { Translated } from '../texts';

export const draft: Translated<Catalogue['draft']> = {
  title: '新行程',
};
