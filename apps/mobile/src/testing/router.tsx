import { useEffect } from 'react';

/** expo-router, for screens that are tested alone: where they lead is written down. */
export const visited: string[] = [];

const router = {
  push: go,
  navigate: go,
  replace: go,
  back: () => visited.push('back'),
  canGoBack: () => false,
  setParams: go,
};

function go(to: unknown): void {
  visited.push(typeof to === 'string' ? to : JSON.stringify(to));
}

export function useRouter() {
  return router;
}

export function usePathname(): string {
  return '/';
}

export function useLocalSearchParams(): Record<string, string> {
  return {};
}

/** A screen that is tested alone is the one that is looked at. */
export function useFocusEffect(effect: () => void | (() => void)): void {
  useEffect(effect, [effect]);
}

export function Redirect({ href }: { href: unknown }) {
  useEffect(() => go(href), [href]);
  return null;
}
