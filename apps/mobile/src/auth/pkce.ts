import { CryptoDigestAlgorithm, CryptoEncoding, digestStringAsync, getRandomBytes } from 'expo-crypto';

/** Text that nobody guesses: 256 bits in base64url. */
export function randomText(): string {
  return base64url(btoa(String.fromCharCode(...getRandomBytes(32))));
}

/** The challenge that goes ahead of a verifier (RFC 7636, S256). */
export async function challengeOf(verifier: string): Promise<string> {
  return base64url(
    await digestStringAsync(CryptoDigestAlgorithm.SHA256, verifier, { encoding: CryptoEncoding.BASE64 }),
  );
}

function base64url(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
