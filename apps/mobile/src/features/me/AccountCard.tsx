import { useState } from 'react';
import { StyleSheet, View } from 'react-native';

import type { User } from '@/api/types';
import { useTranslation } from '@/i18n';
import { formatDate } from '@/i18n/format';
import { Age } from '@/offline/Age';
import { useTyped, useUnsent } from '@/offline/useTyped';
import { Button, Card, FailedBanner, Field, IconButton, Loading, Sheet, space, Text, touch } from '@/ui';
import { useAccount, useAccountChange } from './account';

/** Who is signed in, and by which provider. */
export function AccountCard({ account }: { account: ReturnType<typeof useAccount> }) {
  const { t } = useTranslation();
  const { data, error, refetch } = account;
  return (
    <View style={styles.account}>
      {data && <Age query={account} />}
      <Card style={styles.card}>
        {data ? (
          <Known user={data} />
        ) : error ? (
          <View style={styles.failed}>
            <FailedBanner error={error} />
            <Button
              kind="soft"
              icon="again"
              label={t('common.action.retry')}
              onPress={() => void refetch()}
            />
          </View>
        ) : (
          <OnItsWay />
        )}
      </Card>
    </View>
  );
}

/** By which name what is typed there is kept. */
const nameText = 'my-name';

function Known({ user }: { user: User }) {
  const { t } = useTranslation();
  const { isKept, forget } = useUnsent([nameText]);
  const [isChanging, change] = useState(isKept);
  const close = () => {
    forget();
    change(false);
  };
  return (
    <>
      <View style={styles.known}>
        <Text as="heading" level={2} style={styles.name}>
          {user.name ?? t('me.account.noName')}
        </Text>
        <IconButton icon="edit" label={t('me.account.change')} onPress={() => change(true)} />
      </View>
      <View style={styles.words}>
        {user.email !== null && (
          <Text as="small" colour="quiet">
            {user.email}
          </Text>
        )}
        <Text as="small" colour="quiet">
          {t(`me.account.${user.provider}`)}
        </Text>
        <Text as="small" colour="quiet">
          {t('me.account.since', { date: formatDate(user.createdAt.slice(0, 10)) })}
        </Text>
      </View>
      <Sheet title={t('me.account.change')} open={isChanging} onClose={close}>
        {isChanging && <NameForm user={user} onDone={close} />}
      </Sheet>
    </>
  );
}

/** As high as what comes, in any size of text, so that nothing below it jumps. */
function OnItsWay() {
  const { t } = useTranslation();
  return (
    <>
      <View aria-hidden style={styles.unseen}>
        <View style={styles.known}>
          <Text as="heading">{'\u00a0'}</Text>
        </View>
        <View style={styles.words}>
          <Text as="small">{t('me.account.google')}</Text>
          <Text as="small">{t('me.account.google')}</Text>
          <Text as="small">{t('me.account.since', { date: formatDate('2026-12-28') })}</Text>
        </View>
      </View>
      <View style={[StyleSheet.absoluteFill, styles.waiting]}>
        <Loading small />
      </View>
    </>
  );
}

function NameForm({ user, onDone }: { user: User; onDone: () => void }) {
  const { t } = useTranslation();
  const { mutate, error, isPending } = useAccountChange();
  const name = useTyped(nameText, { begin: user.name ?? '' });
  const given = name.text.trim();
  return (
    <>
      <Field
        label={t('me.account.name')}
        value={name.text}
        onChangeText={name.change}
        maxLength={100}
        autoComplete="name"
      />
      {error && <FailedBanner error={error} />}
      <Button
        full
        label={t('me.account.save')}
        busy={isPending}
        disabled={given === ''}
        onPress={() => mutate({ name: given }, { onSuccess: onDone })}
      />
    </>
  );
}

const styles = StyleSheet.create({
  account: { gap: space.m },
  card: { gap: 0 },
  failed: { gap: space.m },
  known: { flexDirection: 'row', alignItems: 'center', gap: space.s, minHeight: touch },
  name: { flex: 1 },
  words: { gap: space.hair },
  unseen: { opacity: 0 },
  waiting: { justifyContent: 'center' },
});
