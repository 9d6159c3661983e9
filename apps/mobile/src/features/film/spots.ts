import type { Spot } from '@/platform/files';
import { spotOf } from '@/platform/photos';

/** Where photos were taken, null for those that do not say; what could not be read is not in it. */
export type Spots = ReadonlyMap<string, Spot | null>;

export async function spotsOf(assets: readonly string[]): Promise<Spots> {
  const read = await Promise.allSettled(assets.map(async (asset) => [asset, await spotOf(asset)] as const));
  return new Map(read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
}
