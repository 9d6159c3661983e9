/** Where a photo was taken, WGS 84. */
export interface Spot {
  lat: number;
  lng: number;
}

/** What is known of a file that somebody has chosen. */
export interface FileFacts {
  kind: 'photo' | 'music';
  name: string;
  /** As the device tells it; empty where it does not know. */
  contentType: string;
  bytes: number;
  /** Tells a file from others; one that is chosen again has the same. */
  fingerprint: string;
  /** An instant (RFC 3339), from the photo library; files told nothing more than they carry themselves have none. */
  takenAt?: string;
  /** Its name in the photo library, by which its position can be asked for. */
  asset?: string;
}

/** A file that somebody has chosen, and where its bytes are for now. */
export interface Chosen<Source> extends FileFacts {
  source: Source;
}

/** A file whose bytes this device keeps until they have been sent. */
export interface KeptFile extends FileFacts {
  id: string;
  /** What the API calls it, where it has been sent for an earlier order. */
  fileUrl?: string;
  /** Only the API has it: this device cannot send it. */
  onlyThere?: true;
  /** Only of those who have said yes. */
  position?: Spot;
}

/** The permission to send one file, as the API gives it. */
export interface Permission {
  fileUrl: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  expiresAt: string;
}

/**
 * What has become of an attempt to send a file.
 *
 * - `arrived`: the store has all of it, and has said so
 * - `turnedAway`: the permission does not hold (any more)
 * - `brokenOff`: no answer, or one that says to try again
 * - `lost`: this device has not got it any more
 */
export type Sent = 'arrived' | 'turnedAway' | 'brokenOff' | 'lost';

export interface SendOptions {
  /** Called with how much of the file has left, from 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** What the answer of a store means for what was sent to it. */
export function sentBy(status: number): Sent {
  if (status >= 200 && status < 300) return 'arrived';
  const isForNow = status === 0 || status === 408 || status === 429 || status >= 500;
  return isForNow ? 'brokenOff' : 'turnedAway';
}

/** At most `most` of these, from all over their time rather than from its beginning. */
export function spread<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, index) => all[Math.floor((index * all.length) / most)]).flatMap(
    (one) => (one === undefined ? [] : [one]),
  );
}
