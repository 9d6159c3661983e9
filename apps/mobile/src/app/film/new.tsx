import { useLocalSearchParams } from 'expo-router';

import { NewFilmScreen } from '@/features/film/NewFilmScreen';

export default function NewFilm() {
  const { plan } = useLocalSearchParams<{ plan?: string }>();
  return <NewFilmScreen planId={plan} />;
}
