import type { Saved } from './save';

/** Downloads a film. Its address is of another origin, whose links browsers open instead: so it is fetched first. */
export async function saveFilm(url: string, name: string): Promise<Saved> {
  const address = URL.createObjectURL(await fetched(url));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.mp4`;
  link.click();
  // Until then the download has its own hold on it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return 'asFile';
}

export async function canShareFilm(): Promise<boolean> {
  const sample = new File([], 'sample.mp4', { type: 'video/mp4' });
  return typeof navigator.canShare === 'function' && navigator.canShare({ files: [sample] });
}

export async function shareFilm(url: string, name: string): Promise<void> {
  const film = new File([await fetched(url)], `${name}.mp4`, { type: 'video/mp4' });
  try {
    await navigator.share({ files: [film], title: name });
  } catch (error) {
    // Whoever closes the sheet has not failed.
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
  }
}

async function fetched(url: string): Promise<Blob> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`the film was not given out: ${answer.status}`);
  return answer.blob();
}
