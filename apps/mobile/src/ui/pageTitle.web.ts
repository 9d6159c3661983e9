import { useFocusEffect } from 'expo-router';
import { useCallback } from 'react';

/** What the browser calls this page, while it is the one that is shown. */
export function usePageTitle(title: string): void {
  useFocusEffect(
    useCallback(() => {
      document.title = `${title} · Oddiya`;
    }, [title]),
  );
}
