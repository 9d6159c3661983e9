import { useLocalSearchParams } from 'expo-router';

import { ReviseScreen } from '@/features/plan/ReviseScreen';

export default function Revise() {
  const { id, revision, wish } = useLocalSearchParams<{ id: string; revision?: string; wish?: string }>();
  return <ReviseScreen id={id} revisionId={revision ?? null} wish={wish === 'rain' ? wish : undefined} />;
}
