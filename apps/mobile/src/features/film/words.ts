import type { Video, VideoChoice } from '@/api/types';
import { usePlans } from '@/features/plan/queries';
import { useTranslation } from '@/i18n';
import { formatDate, formatPercent } from '@/i18n/format';
import { arrivedCount, type Order, shareSent, stuck } from './order';
import type { Aspect } from './wish';

const looks = ['basic', 'beat', 'polaroid', 'panorama'] as const;
const shapes = { '9:16': 'portrait', '16:9': 'landscape', '1:1': 'square' } as const;

/** The film's choices in the reader's words; what the API may come to have keeps the API's name. */
export function useFilmWords() {
  const { t } = useTranslation();
  return {
    look(id: string, choice?: VideoChoice): string {
      const known = looks.find((look) => look === id);
      return known ? t(`film.look.${known}`) : (choice?.templates.find((one) => one.id === id)?.name ?? id);
    },
    lookHint(id: string): string | undefined {
      const known = looks.find((look) => look === id);
      return known && t(`film.look.${known}Hint`);
    },
    shape: (aspect: Aspect) => t(`film.shape.${shapes[aspect]}`),
    seconds: (count: number) => t('film.seconds', { count }),
    music(id: string, choice?: VideoChoice): string {
      if (id === 'none') return t('film.music.none');
      if (id.includes(':')) return t('film.facts.ownMusic');
      return choice?.tracks.find((track) => track.id === id)?.title ?? id;
    },
    state(film: Video): string {
      switch (film.status) {
        case 'PENDING':
          return t('film.state.waiting');
        case 'PROCESSING':
          return t('film.state.making', { percent: formatPercent(film.progress / 100) });
        case 'COMPLETED':
          return t('film.state.ready');
        case 'FAILED':
          return t('film.state.failed');
      }
    },
    sending(order: Order): string {
      if (order.stage.is === 'refused') return t('film.state.refused');
      if (stuck(order).length > 0) return t('film.state.stuck');
      const percent = formatPercent(shareSent(order));
      return order.hold ? t('film.state.held', { percent }) : t('film.state.sending', { percent });
    },
    counted: (order: Order) =>
      t('film.sending.counted', { arrived: arrivedCount(order), all: order.parcels.length }),
  };
}

/** What a film is called: as it was told, else as its trip is. */
export function useFilmName() {
  const { t } = useTranslation();
  const plans = usePlans();
  return ({ title, planId, createdAt }: Pick<Video, 'title' | 'planId' | 'createdAt'>) =>
    title ??
    plans.data?.pages.flatMap(({ items }) => items).find(({ id }) => id === planId)?.title ??
    t('film.untitled', { date: formatDate(dateHere(createdAt)) });
}

/** The date of an instant where the reader is, as all instants are told. */
function dateHere(instant: string): string {
  const at = new Date(instant);
  return new Date(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate())).toISOString().slice(0, 10);
}

/** What a film is called that is on its way yet. */
export function useOrderName() {
  const nameOf = useFilmName();
  return ({ draft, at }: Pick<Order, 'draft' | 'at'>) => {
    const title = draft.title.trim();
    return nameOf({
      createdAt: new Date(at).toISOString(),
      ...(title === '' ? {} : { title }),
      ...(draft.planId === null ? {} : { planId: draft.planId }),
    });
  };
}

/** What a file that is saved is called: as the film, without what file systems mind. */
export function fileName(name: string): string {
  return (
    name
      .replace(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ')
      .trim()
      .slice(0, 80) || 'Oddiya'
  );
}

export function ratioOf(aspect: Aspect): number {
  const [width = 1, height = 1] = aspect.split(':').map(Number);
  return width / height;
}
