import type { NewVideo, VideoChoice } from '@/api/types';
import type { KeptFile } from '@/platform/files';
import { fewestPhotos } from './files';

export type Aspect = NonNullable<NewVideo['aspect']>;

/** Which music: the template's own, one of ours, none, or a file of the traveller's. */
export type MusicWish = { is: 'template' } | { is: 'track'; id: string } | { is: 'none' } | { is: 'own' };

/** A film that is being put together on this device. */
export interface Draft {
  planId: string | null;
  /** Whether the traveller has said which trip, or that there is none; until then the likely one is offered. */
  planChosen: boolean;
  photos: KeptFile[];
  template: string;
  aspect: Aspect;
  seconds: number;
  music: MusicWish;
  /** Kept while other music is tried. */
  ownMusic: KeptFile | null;
  title: string;
  keepAll: boolean;
  /** Whether the places that the photo library knows may be told. */
  spots: boolean;
}

export const emptyDraft: Draft = {
  planId: null,
  planChosen: false,
  photos: [],
  template: 'basic',
  aspect: '9:16',
  seconds: 30,
  music: { is: 'template' },
  ownMusic: null,
  title: '',
  keepAll: false,
  spots: false,
};

/** Whether somebody has begun with it. */
export function isBegun(draft: Draft): boolean {
  return draft.photos.length > 0 || draft.ownMusic !== null || draft.title.trim() !== '';
}

/** What is not there yet for a film to be made. */
export function missing(draft: Draft): 'photos' | 'music' | null {
  if (draft.photos.length < fewestPhotos) return 'photos';
  return draft.music.is === 'own' && draft.ownMusic === null ? 'music' : null;
}

/** A wish that the templates there are can meet: what the chosen one has not is replaced by what it has. */
export function fitting(draft: Draft, choice: VideoChoice): Draft {
  const template = choice.templates.find(({ id }) => id === draft.template) ?? choice.templates[0];
  if (!template) return draft;
  const isKnown = draft.music.is !== 'track' || choice.tracks.some((track) => track.id === trackOf(draft));
  const fitted: Draft = {
    ...draft,
    template: template.id,
    aspect: template.aspects.includes(draft.aspect) ? draft.aspect : (template.aspects[0] ?? draft.aspect),
    seconds: template.seconds.includes(draft.seconds)
      ? draft.seconds
      : (template.seconds[0] ?? draft.seconds),
    music: isKnown ? draft.music : { is: 'template' },
  };
  const same =
    fitted.template === draft.template &&
    fitted.aspect === draft.aspect &&
    fitted.seconds === draft.seconds &&
    fitted.music === draft.music;
  return same ? draft : fitted;
}

function trackOf({ music }: Draft): string | undefined {
  return music.is === 'track' ? music.id : undefined;
}

/** The files that have to be sent for a film: its photos in order, then its music. */
export function filesOf(draft: Draft): KeptFile[] {
  return draft.music.is === 'own' && draft.ownMusic ? [...draft.photos, draft.ownMusic] : draft.photos;
}

/** All files that a draft holds on to, in use or not. */
export function heldBy(draft: Draft): KeptFile[] {
  return draft.ownMusic ? [...draft.photos, draft.ownMusic] : draft.photos;
}

/** The body of the request for a film. The same draft and addresses give the same body, so that it can be repeated. */
export function orderOf(draft: Draft, addressOf: (file: KeptFile) => string): NewVideo {
  const hints = draft.photos.flatMap((photo) => {
    const position = draft.spots ? photo.position : undefined;
    if (photo.takenAt === undefined && position === undefined) return [];
    return [
      {
        photoUrl: addressOf(photo),
        ...(photo.takenAt === undefined ? {} : { takenAt: photo.takenAt }),
        ...(position === undefined ? {} : { position }),
      },
    ];
  });
  const music = musicOf(draft, addressOf);
  const title = draft.title.trim();
  return {
    photoUrls: draft.photos.map(addressOf),
    template: draft.template,
    aspect: draft.aspect,
    seconds: draft.seconds,
    keepAll: draft.keepAll,
    ...(draft.planId === null ? {} : { planId: draft.planId }),
    ...(title === '' ? {} : { title }),
    ...(music === undefined ? {} : { music }),
    ...(hints.length === 0 ? {} : { photos: hints }),
  };
}

function musicOf({ music, ownMusic }: Draft, addressOf: (file: KeptFile) => string): string | undefined {
  switch (music.is) {
    case 'template':
      return undefined;
    case 'track':
      return music.id;
    case 'none':
      return 'none';
    case 'own':
      return ownMusic ? addressOf(ownMusic) : undefined;
  }
}
