import { useLocalSearchParams } from 'expo-router';

import { PlanScreen } from '@/features/plan';

export default function Plan() {
  const { id } = useLocalSearchParams<{ id: string }>();
  return <PlanScreen id={id} />;
}
