import { useRouter } from 'expo-router';
import { StyleSheet, View } from 'react-native';

import { codeOf, Refused } from '@/api/problem';
import type { Infeasible } from '@/api/types';
import { useTranslation } from '@/i18n';
import { useSpans } from '@/i18n/format';
import {
  Banner,
  Button,
  CardLink,
  Chip,
  Chips,
  Failed,
  FailedBanner,
  Field,
  Loading,
  Screen,
  space,
  Text,
} from '@/ui';
import { useTyped } from '@/offline/useTyped';
import { relaxed } from '../draft/relax';
import { useRevising } from './changes';
import { counted } from './differences';
import { useRevision, useRevisions } from './queries';
import { Answer, RevisionView } from './RevisionView';

const ideas = ['calmer', 'rain', 'food', 'without'] as const;

export interface ReviseScreenProps {
  id: string;
  /** The proposal to look at. */
  revisionId: string | null;
  /** What to ask for, where one comes with a wish. */
  wish?: 'rain' | undefined;
}

/** A plan changed by a sentence: asked for, looked at, taken or not. */
export function ReviseScreen({ id, revisionId, wish }: ReviseScreenProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const revision = useRevision(id, revisionId);
  const { revise, accept } = useRevising(id);
  const instruction = useTyped(`revise.${id}`, {
    given: wish && t(`plan.revise.ideas.${wish}`),
  });
  const back = () =>
    router.canGoBack() ? router.back() : router.replace({ pathname: '/plan/[id]', params: { id } });

  function ask(body: { instruction: string; locked?: string[] }) {
    accept.reset();
    revise.mutate(body, {
      onSuccess: (proposed) => {
        instruction.forget();
        router.setParams({ revision: proposed.revisionId });
      },
    });
  }
  const screen = { title: t('plan.revise.title'), up: `/plan/${id}` } as const;

  if (revisionId !== null) {
    return (
      <Screen
        {...screen}
        foot={
          revision.data && (
            <Answer
              revision={revision.data}
              accepting={accept}
              asking={revise}
              onAccept={() => accept.mutate(revisionId, { onSuccess: back })}
              onAgain={ask}
              onLeave={() => {
                accept.reset();
                router.setParams({ revision: undefined });
              }}
            />
          )
        }
      >
        {revision.data ? (
          <RevisionView revision={revision.data} />
        ) : revision.error ? (
          <Failed error={revision.error} onRetry={() => void revision.refetch()} />
        ) : (
          <Loading />
        )}
      </Screen>
    );
  }
  return (
    <Screen {...screen} aside={<Earlier id={id} />}>
      <Text colour="quiet">{t('plan.revise.how')}</Text>
      <Field
        label={t('plan.revise.instruction')}
        hint={t('plan.revise.hint')}
        value={instruction.text}
        onChangeText={instruction.change}
        maxLength={500}
        multiline
      />
      <Chips label={t('plan.revise.examples')}>
        {ideas.map((idea) => (
          <Chip
            key={idea}
            role="button"
            label={t(`plan.revise.ideas.${idea}`)}
            onPress={() => instruction.change(t(`plan.revise.ideas.${idea}`))}
          />
        ))}
      </Chips>
      {revise.error && <NotProposed error={revise.error} asked={revise.variables} onAsk={ask} />}
      <Button
        full
        icon="wand"
        label={t(revise.isPending ? 'plan.revise.asking' : 'plan.revise.ask')}
        busy={revise.isPending}
        disabled={instruction.text.trim() === ''}
        onPress={() => ask({ instruction: instruction.text.trim() })}
      />
    </Screen>
  );
}

/** Why nothing is proposed; what cannot be comes with what could be instead. */
function NotProposed({
  error,
  asked,
  onAsk,
}: {
  error: Error;
  asked: { instruction: string; locked?: string[] } | undefined;
  onAsk: (body: { instruction: string; locked?: string[] }) => void;
}) {
  const { t } = useTranslation();
  const code = codeOf(error);
  if (code === 'not_understood') {
    return <Banner tone="warn" icon="question" text={t('plan.revise.notUnderstood')} />;
  }
  if (code !== 'infeasible' || !(error instanceof Refused) || !asked) return <FailedBanner error={error} />;
  const { conflicts = [], relaxations = [] } = error.problem as Partial<Infeasible>;
  return (
    <View role="alert" style={styles.list}>
      <FailedBanner error={error} />
      {conflicts.map((conflict, index) => (
        <Text key={index}>{conflict.detail}</Text>
      ))}
      {relaxations.map((relaxation, index) => {
        const changed = relaxed(asked, relaxation.patch);
        return (
          changed && (
            <Button key={index} kind="soft" label={relaxation.detail} onPress={() => onAsk(changed)} />
          )
        );
      })}
    </View>
  );
}

/** What has been proposed before, to be looked at again. */
function Earlier({ id }: { id: string }) {
  const { t } = useTranslation();
  const { ago } = useSpans();
  const router = useRouter();
  const revisions = useRevisions(id);
  const items = revisions.data?.items ?? [];
  if (revisions.data && items.length === 0) return null;
  return (
    <View style={styles.list}>
      <Text as="heading" level={2}>
        {t('plan.revise.earlier')}
      </Text>
      {revisions.isLoading && <Loading />}
      {revisions.error && !revisions.data && <FailedBanner error={revisions.error} />}
      {items.map(({ revisionId, instruction, createdAt, diff }) => (
        <CardLink key={revisionId} onPress={() => router.setParams({ revision: revisionId })}>
          <Text as="strong">{instruction ?? t('plan.revise.ours')}</Text>
          <Text as="small" colour="quiet">
            {counted(diff)
              .map(({ op, count }) => t(`plan.revise.count.${op}`, { count }))
              .join(' · ')}
          </Text>
          <Text as="tiny" colour="quiet">
            {ago(createdAt)}
          </Text>
        </CardLink>
      ))}
    </View>
  );
}

const styles = StyleSheet.create({ list: { gap: space.m } });
