import type { IconName } from '@/ui';

/** What places are known to offer, by the API's codes. */
export const interests = [
  { code: 'food', icon: 'food' },
  { code: 'cafe', icon: 'cafe' },
  { code: 'nature', icon: 'tree' },
  { code: 'beach', icon: 'wave' },
  { code: 'history', icon: 'palace' },
  { code: 'architecture', icon: 'house' },
  { code: 'culture', icon: 'ticket' },
  { code: 'art', icon: 'photo' },
  { code: 'night-view', icon: 'moon' },
  { code: 'photo', icon: 'view' },
  { code: 'shopping', icon: 'bag' },
  { code: 'family', icon: 'people' },
  { code: 'relax', icon: 'spa' },
  { code: 'adventure', icon: 'mountain' },
  { code: 'religion', icon: 'palace' },
  { code: 'science', icon: 'museum' },
  { code: 'k-pop', icon: 'music' },
] as const satisfies readonly { code: string; icon: IconName }[];
