import { useQueryClient } from '@tanstack/react-query';
import { useFocusEffect, useRouter } from 'expo-router';
import { useCallback, useEffect, useState } from 'react';

import { codeOf, type Problem, Refused } from '@/api/problem';
import type { Infeasible, Plan } from '@/api/types';
import { useSession } from '@/auth/SessionProvider';
import { useTranslation } from '@/i18n';
import { Button, Loading, Notice, Screen } from '@/ui';
import { planKeys } from '../plan/queries';
import { fieldAt, type Faults, type Form, formSaying } from './form';
import { FormScreen } from './FormScreen';
import type { Asked } from './generation';
import { InfeasibleScreen } from './InfeasibleScreen';
import { type DraftHandle, useDraft } from './useDraft';
import { useWatch } from './useWatch';
import { WatchScreen } from './WatchScreen';

/** A trip from what is wished for to a plan. */
export function DraftScreen() {
  const { user } = useSession();
  return user === null ? null : <DraftOf key={user} user={user} />;
}

function DraftOf({ user }: { user: string }) {
  const { t } = useTranslation();
  const handle = useDraft(user);
  const [refused, refuse] = useState<Faults>({});
  if (handle === null) {
    return (
      <Screen title={t('draft.title')} up="/">
        <Loading />
      </Screen>
    );
  }
  const { draft, type, ask, recall } = handle;
  if (draft.asked === null) {
    return (
      <FormScreen
        form={draft.form}
        refused={refused}
        onType={(form) => {
          refuse({});
          type(form);
        }}
        onAsk={(wish) => ask(wish, draft.form)}
      />
    );
  }
  return (
    <Watching
      key={draft.asked.key}
      asked={draft.asked}
      handle={handle}
      onFaults={(faults) => {
        refuse(faults);
        recall();
      }}
    />
  );
}

/** Generations take at most half a minute: one that was asked for before that is over, and perhaps seen already. */
const overMs = 60_000;

interface WatchingProps {
  asked: Asked;
  handle: DraftHandle;
  onFaults: (faults: Faults) => void;
}

function Watching({ asked, handle, onFaults }: WatchingProps) {
  const { draft, isResumed, ask, recall, close } = handle;
  const { watch, again } = useWatch(asked);
  const [isOld] = useState(() => isResumed && Date.now() - asked.at > overMs);
  const code = watch.is === 'refused' ? codeOf(watch.error) : undefined;
  const { plan } = watch;

  const faults = code === 'validation_failed' ? faultsIn(watch.error) : null;
  useEffect(() => {
    if (faults) onFaults(faults);
    // Once, when it is refused.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [faults !== null]);

  if (plan) return isOld ? <Ready plan={plan} onClose={close} /> : <Leave plan={plan} onClose={close} />;
  if (code === 'infeasible') {
    return (
      <InfeasibleScreen
        infeasible={infeasibleIn(watch.error)}
        wish={asked.wish}
        form={formSaying(asked.wish, draft.form)}
        onRelax={(wish) => ask(wish, formSaying(wish, draft.form))}
        onRecall={recall}
      />
    );
  }
  const isKeySpent = code === 'gone' || code === 'idempotency_key_reused';
  return (
    <WatchScreen
      asked={asked}
      watch={watch}
      place={placeIn(draft.form)}
      onRetry={() => (isKeySpent ? ask(asked.wish, draft.form) : again())}
      onRecall={recall}
    />
  );
}

function placeIn({ where }: Form): string {
  return where.is === 'named' ? where.name.trim() : where.place.name;
}

function infeasibleIn(error: unknown): Infeasible {
  const { conflicts, relaxations } = (error as Refused).problem as Problem & Partial<Infeasible>;
  return { conflicts: conflicts ?? [], relaxations: relaxations ?? [] };
}

/** The fields that the back end does not take; null when it names none of ours. */
function faultsIn(error: unknown): Faults | null {
  const errors = error instanceof Refused ? (error.problem.errors ?? []) : [];
  const fields = errors.flatMap(({ pointer }) => fieldAt(pointer) ?? []);
  return fields.length === 0 ? null : Object.fromEntries(fields.map((field) => [field, 'refused' as const]));
}

interface PlanMade {
  plan: Plan;
  onClose: () => void;
}

function usePlanMade({ plan, onClose }: PlanMade): () => void {
  const queries = useQueryClient();
  const router = useRouter();
  return useCallback(() => {
    // As old as can be, since its entity tag is not known yet: the page shows it at once and reads it.
    queries.setQueryData(planKeys.one(plan.id), { data: plan, tag: '*' }, { updatedAt: 0 });
    void queries.invalidateQueries({ queryKey: planKeys.list });
    onClose();
    router.replace({ pathname: '/plan/[id]', params: { id: plan.id } });
  }, [queries, router, plan, onClose]);
}

/** The plan is there: on to its page, as soon as somebody looks here. */
function Leave(made: PlanMade) {
  const { t } = useTranslation();
  useFocusEffect(usePlanMade(made));
  return (
    <Screen title={made.plan.title} up="/">
      <Loading label={t('draft.watch.made')} />
    </Screen>
  );
}

/** A plan that was asked for some time ago, which may not be what one comes here for. */
function Ready(made: PlanMade) {
  const { t } = useTranslation();
  const open = usePlanMade(made);
  return (
    <Screen title={t('draft.title')} up="/">
      <Notice icon="check" title={made.plan.title} body={t('draft.ready.body')}>
        <Button label={t('draft.ready.open')} onPress={open} />
        <Button kind="plain" label={t('draft.ready.another')} onPress={made.onClose} />
      </Notice>
    </Screen>
  );
}
