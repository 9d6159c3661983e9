import { useEffect, useState } from 'react';
import { Pressable, StyleSheet, View } from 'react-native';

import type { Place, Position } from '@/api/types';
import { useTranslation } from '@/i18n';
import { categoryIcon, FailedBanner, Field, Icon, Loading, Sheet, space, Text, touch } from '@/ui';
import { usePlaces } from './queries';

export interface AddPlaceSheetProps {
  open: boolean;
  /** About which to look first. */
  near: Position | undefined;
  onChoose: (place: Place) => void;
  onClose: () => void;
}

/** Places that providers know, to be added to a day. */
export function AddPlaceSheet({ open, near, onChoose, onClose }: AddPlaceSheetProps) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('plan.add.title')} open={open} onClose={onClose}>
      {open && <Search near={near} onChoose={onChoose} />}
    </Sheet>
  );
}

function Search({ near, onChoose }: Pick<AddPlaceSheetProps, 'near' | 'onChoose'>) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const query = useSettled(text.trim(), 250);
  const places = usePlaces(query, near);
  const found = places.data?.items ?? [];
  return (
    <>
      <Field
        label={t('plan.add.search')}
        hint={t('plan.add.hint')}
        value={text}
        onChangeText={setText}
        maxLength={100}
        autoFocus
        autoCorrect={false}
        returnKeyType="search"
      />
      {places.error && <FailedBanner error={places.error} />}
      {places.isLoading && <Loading />}
      {query !== '' && places.data && found.length === 0 && (
        <Text colour="quiet" role="status">
          {t('plan.add.none', { query })}
        </Text>
      )}
      <View role="list">
        {found.map((place) => (
          <View role="listitem" key={place.placeId}>
            <PlaceLine place={place} onPress={() => onChoose(place)} />
          </View>
        ))}
      </View>
    </>
  );
}

function PlaceLine({ place, onPress }: { place: Place; onPress: () => void }) {
  const { t } = useTranslation();
  const below = [
    ...(place.localName === place.name ? [] : [place.localName]),
    ...(place.address ? [place.address] : []),
  ].join(' · ');
  return (
    <Pressable
      role="button"
      aria-label={t('plan.add.place', { place: place.name })}
      onPress={onPress}
      style={styles.place}
    >
      <Icon name={categoryIcon(place.category)} colour="accent" />
      <View style={styles.words}>
        <Text as="strong">{place.name}</Text>
        {below !== '' && (
          <Text as="small" colour="quiet">
            {below}
          </Text>
        )}
        {place.hours.status === 'unknown' && (
          <Text as="tiny" colour="unknown">
            {t('plan.add.hoursUnknown')}
          </Text>
        )}
      </View>
      <Icon name="plus" size={20} colour="quiet" />
    </Pressable>
  );
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
    minHeight: touch,
    paddingVertical: space.s,
  },
  words: { flex: 1 },
});
