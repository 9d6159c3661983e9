import { useRouter } from 'expo-router';
import { useState } from 'react';
import { View } from 'react-native';

import type { Plan } from '@/api/types';
import { useTranslation } from '@/i18n';
import { useUnsent } from '@/offline/useTyped';
import { Button, IconButton, Sheet, space } from '@/ui';
import { ShareSheet } from './ShareSheet';
import { DeleteSheet, TripSheet, tripTexts } from './TripSheet';

type Opened = 'menu' | 'share' | 'trip' | 'delete' | null;

/** What is done to a trip as a whole. */
export function PlanMenu({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const router = useRouter();
  const { isKept, forget } = useUnsent(Object.values(tripTexts(plan.id)));
  const [opened, open] = useState<Opened>(() => (isKept() ? 'trip' : null));
  const close = () => open(null);
  return (
    <>
      <IconButton icon="share" label={t('plan.share.title')} onPress={() => open('share')} />
      <IconButton icon="more" label={t('plan.menu.open')} onPress={() => open('menu')} />
      <Sheet title={t('plan.menu.title')} open={opened === 'menu'} onClose={close}>
        <View style={{ gap: space.s }}>
          <Button
            full
            kind="soft"
            icon="film"
            label={t('film.new')}
            onPress={() => {
              close();
              router.push({ pathname: '/film/new', params: { plan: plan.id } });
            }}
          />
          <Button full kind="soft" icon="edit" label={t('plan.trip.title')} onPress={() => open('trip')} />
          <Button
            full
            kind="soft"
            icon="clock"
            label={t('plan.revise.earlier')}
            onPress={() => {
              close();
              router.push({ pathname: '/plan/[id]/revise', params: { id: plan.id } });
            }}
          />
          <Button
            full
            kind="danger"
            icon="trash"
            label={t('plan.delete.title')}
            onPress={() => open('delete')}
          />
        </View>
      </Sheet>
      <ShareSheet plan={plan} open={opened === 'share'} onClose={close} />
      <TripSheet
        plan={plan}
        open={opened === 'trip'}
        onClose={() => {
          forget();
          close();
        }}
      />
      <DeleteSheet
        plan={plan}
        open={opened === 'delete'}
        onClose={close}
        onGone={() => {
          close();
          router.replace('/');
        }}
      />
    </>
  );
}
