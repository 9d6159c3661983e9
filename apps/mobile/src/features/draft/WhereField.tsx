import { useState } from 'react';
import { StyleSheet, View } from 'react-native';

import { useTranslation } from '@/i18n';
import { Button, Chip, Chips, Field, space, Text } from '@/ui';
import { radii } from './form';
import type { FieldsProps } from './form';
import { Choice, Section } from './parts';
import { PlaceSearch } from './PlaceSearch';

/** Cities that much is known of; any other may be typed. */
const cities = ['seoul', 'busan', 'jeju', 'gyeongju', 'jeonju', 'gangneung'] as const;

export function WhereField({ form: { where }, change, problem }: FieldsProps) {
  const { t } = useTranslation();
  const [isSearching, search] = useState(false);
  return (
    <Section title={t('draft.where.title')} problem={where.is === 'around' ? problem('where') : undefined}>
      {where.is === 'named' ? (
        <>
          <Field
            label={t('draft.where.label')}
            value={where.name}
            onChangeText={(name) => change({ where: { is: 'named', name } })}
            problem={problem('where')}
            maxLength={100}
            autoCorrect={false}
          />
          <Chips label={t('draft.where.cities')}>
            {cities.map((city) => {
              const name = t(`draft.city.${city}`);
              return (
                <Chip
                  key={city}
                  role="button"
                  label={name}
                  onPress={() => change({ where: { is: 'named', name } })}
                />
              );
            })}
          </Chips>
        </>
      ) : (
        <>
          <Choice
            icon="pin"
            label={t('draft.where.around')}
            value={where.place.name}
            onPress={() => search(true)}
            onClear={{
              label: t('draft.where.notAround'),
              press: () => change({ where: { is: 'named', name: '' } }),
            }}
          />
          <View style={styles.radius}>
            <Text as="small" colour="quiet">
              {t('draft.where.radius')}
            </Text>
            <Chips label={t('draft.where.radius')} role="radiogroup">
              {radii.map((radiusKm) => (
                <Chip
                  key={radiusKm}
                  role="radio"
                  label={t('draft.where.kilometers', { count: radiusKm })}
                  chosen={where.radiusKm === radiusKm}
                  onPress={() => change({ where: { ...where, radiusKm } })}
                />
              ))}
            </Chips>
          </View>
        </>
      )}
      {where.is === 'named' && (
        <Button kind="soft" icon="search" label={t('draft.where.near')} onPress={() => search(true)} />
      )}
      <PlaceSearch
        title={t('draft.where.near')}
        open={isSearching}
        onClose={() => search(false)}
        onPlace={({ name, position }) => {
          search(false);
          const radiusKm = where.is === 'around' ? where.radiusKm : 10;
          change({ where: { is: 'around', place: { name, position }, radiusKm } });
        }}
      />
    </Section>
  );
}

const styles = StyleSheet.create({ radius: { gap: space.s } });
