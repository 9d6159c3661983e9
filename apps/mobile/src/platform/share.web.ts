import type { HandedFile, Shared } from './share';

/** By the browser's sheet where it has one, else into the clipboard. */
export async function shareLink({ url, title }: { url: string; title: string }): Promise<Shared> {
  if ('share' in navigator && matchMedia('(pointer: coarse)').matches) {
    try {
      await navigator.share({ url, title });
      return 'shared';
    } catch (cause) {
      if (cause instanceof DOMException && cause.name === 'AbortError') return 'left';
    }
  }
  await navigator.clipboard.writeText(url);
  return 'copied';
}

/** Files are saved as the browser saves them. */
export async function shareFile({ name, type, content }: HandedFile): Promise<Shared> {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
  return 'saved';
}
