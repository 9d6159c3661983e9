import type { Saved } from '@/platform/save';

/** Films that were saved or shared, by name. */
export const gallery = { saved: [] as string[], shared: [] as string[], allowed: true };

export async function saveFilm(_url: string, name: string): Promise<Saved> {
  if (!gallery.allowed) return 'notAllowed';
  gallery.saved.push(name);
  return 'inGallery';
}

export async function canShareFilm(): Promise<boolean> {
  return true;
}

export async function shareFilm(_url: string, name: string): Promise<void> {
  gallery.shared.push(name);
}
