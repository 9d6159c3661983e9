import { useLocalSearchParams } from 'expo-router';

import { FilmScreen } from '@/features/film/FilmScreen';

export default function Film() {
  const { id } = useLocalSearchParams<{ id: string }>();
  return <FilmScreen id={id} />;
}
