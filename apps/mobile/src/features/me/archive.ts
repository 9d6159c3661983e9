const endSignature = [0x50, 0x4b, 0x05, 0x06] as const;
const endLength = 22;
const longestComment = 0xffff;

/** Whether a ZIP is there to its end: its last record is, and reaches just to the last byte. */
export function endsAsArchive(bytes: Uint8Array): boolean {
  const last = bytes.length - endLength;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
    if (endSignature.some((byte, index) => bytes[at + index] !== byte)) continue;
    const comment = (bytes[at + 20] ?? 0) | ((bytes[at + 21] ?? 0) << 8);
    if (at + endLength + comment === bytes.length) return true;
  }
  return false;
}
