import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Pressable, StyleSheet, View } from 'react-native';

import { dataOf, useApi } from '@/api/client';
import type { Place, Position } from '@/api/types';
import { language, useTranslation } from '@/i18n';
import {
  Button,
  categoryIcon,
  FailedBanner,
  Field,
  Icon,
  Loading,
  Sheet,
  space,
  Text,
  touch,
  useColours,
} from '@/ui';

export interface PlaceSearchProps {
  title: string;
  open: boolean;
  onClose: () => void;
  onPlace: (place: Place) => void;
  /** Only places that can be reached from here and back on one day. */
  near?: Position | undefined;
  /** Takes what was typed as it is, where a name will do. */
  onText?: (text: string) => void;
}

/** Places that providers know, by name. */
export function PlaceSearch({ title, open, onClose, ...rest }: PlaceSearchProps) {
  return (
    <Sheet title={title} open={open} onClose={onClose}>
      {open && <Search {...rest} />}
    </Sheet>
  );
}

function Search({ onPlace, onText, near }: Pick<PlaceSearchProps, 'onPlace' | 'onText' | 'near'>) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const typed = text.trim();
  const query = useSettled(typed, 250);
  const places = usePlaces(query, near);
  const found = query === '' ? [] : (places.data?.items ?? []);
  return (
    <>
      <Field
        label={t('draft.search.label')}
        hint={t('draft.search.hint')}
        value={text}
        onChangeText={setText}
        maxLength={100}
        autoFocus
        autoCorrect={false}
        returnKeyType="search"
      />
      {onText && typed !== '' && (
        <Button
          kind="soft"
          full
          icon="plus"
          label={t('draft.search.asTyped', { text: typed })}
          onPress={() => onText(typed)}
        />
      )}
      {places.error && <FailedBanner error={places.error} />}
      {places.isLoading && <Loading />}
      {query !== '' && places.data && found.length === 0 && (
        <Text colour="quiet" role="status">
          {t('draft.search.none', { query })}
        </Text>
      )}
      {found.length > 0 && (
        <View role="list">
          {found.map((place) => (
            <View role="listitem" key={place.placeId}>
              <PlaceLine place={place} onPress={() => onPlace(place)} />
            </View>
          ))}
        </View>
      )}
    </>
  );
}

function PlaceLine({ place, onPress }: { place: Place; onPress: () => void }) {
  const colours = useColours();
  const below = [place.localName === place.name ? null : place.localName, place.address]
    .filter(Boolean)
    .join(' · ');
  return (
    <Pressable
      role="button"
      onPress={onPress}
      style={({ pressed }) => [styles.place, pressed && { backgroundColor: colours.sunken }]}
    >
      <Icon name={categoryIcon(place.category)} colour="accent" />
      <View style={styles.words}>
        <Text as="strong">{place.name}</Text>
        {below !== '' && (
          <Text as="small" colour="quiet">
            {below}
          </Text>
        )}
      </View>
    </Pressable>
  );
}

const reachKm = 100;

function usePlaces(query: string, near: Position | undefined) {
  const api = useApi();
  const circle = near ? { near: `${near.lat.toFixed(3)},${near.lng.toFixed(3)}`, radiusKm: reachKm } : {};
  return useQuery({
    queryKey: ['places', query, circle, language()],
    enabled: query !== '',
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/places', {
          params: { query: { query, limit: 12, ...circle }, header: { 'Accept-Language': language() } },
          signal,
        }),
      ),
    // Not worth keeping on the device: what was searched for is gone with the search.
    persister: undefined,
  });
}

/** A value once it has stood still for a while. */
function useSettled<T>(value: T, ms: number): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

const styles = StyleSheet.create({
  place: {
    flexDirection: 'row',
    alignItems: 'center',
    gap: space.m,
    minHeight: touch + 8,
    paddingVertical: space.s,
  },
  words: { flex: 1 },
});
