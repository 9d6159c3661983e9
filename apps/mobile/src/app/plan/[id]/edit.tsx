import { useLocalSearchParams } from 'expo-router';

import { EditScreen } from '@/features/plan/EditScreen';

export default function Edit() {
  const { id, day } = useLocalSearchParams<{ id: string; day?: string }>();
  return <EditScreen id={id} first={Math.max(0, Number(day ?? 1) - 1) || 0} />;
}
