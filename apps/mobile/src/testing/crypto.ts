import { createHash, randomBytes, randomUUID as nodeUUID } from 'node:crypto';

/** expo-crypto, as Node does it. */
export const CryptoDigestAlgorithm = { SHA256: 'SHA-256' };
export const CryptoEncoding = { BASE64: 'base64' };

export function getRandomBytes(count: number): Uint8Array {
  return new Uint8Array(randomBytes(count));
}

export function randomUUID(): string {
  return nodeUUID();
}

export async function digestStringAsync(_algorithm: string, text: string): Promise<string> {
  return createHash('sha256').update(text).digest('base64');
}
