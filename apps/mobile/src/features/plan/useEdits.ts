import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';

import { taggedDataOf, useApi } from '@/api/client';
import { codeOf } from '@/api/problem';
import type { Stop } from '@/api/types';
import { useUndone } from '@/offline/useTyped';
import { type Edit, editedStops, preview, subjectOf } from './edits';
import { planKeys, type TaggedPlan } from './queries';

/** An edit of the day with this date. */
export interface DayEdit {
  date: string;
  edit: Edit;
  /** What it is about, by its name: somebody else may have removed that when it is told of. */
  place: string;
}

/** What an edit was about is not in the plan any more. */
export class EditLost extends Error {}

/** The page was left, to sign in again say, before an edit was done. */
export class EditLeft extends Error {}

export interface Edits {
  edit: (date: string, edit: Edit) => void;
  /** The stops of a day as they will be once the edits under way are done. */
  shown: (date: string, stops: readonly Stop[]) => readonly Stop[];
  isBusy: boolean;
  /** What was done last, and can be undone. */
  last: DayEdit | null;
  /** What the day has become by, an undo among it. */
  said: DayEdit | null;
  undo: () => void;
  /** What was not done, and why: nothing of it is in the plan. */
  failed: { error: Error; edits: DayEdit[] } | null;
  again: () => void;
  forget: () => void;
}

/**
 * Edits of a plan by hand, sent one after the other, each on top of what the one before has made of the plan. Where
 * somebody else has changed it in between, nothing is sent any more before the traveller has seen theirs. What was not
 * done is there again after the page was left, but never sent by itself: the day may have become another.
 */
export function useEdits(id: string): Edits {
  const api = useApi();
  const queries = useQueryClient();
  const [done, setDone] = useState<(DayEdit & { before: readonly Stop[] })[]>([]);
  const [said, say] = useState<DayEdit | null>(null);
  const undone = useUndone<DayEdit[]>(`edits.${id}`);
  const [failed, show] = useState<Edits['failed']>(() => {
    const edits = undone.read();
    return edits && { error: new EditLeft(), edits };
  });
  // Known at once to the edits that are waiting.
  const told = useRef(failed);
  const blocked = useRef<Error | null>(null);
  const key = planKeys.one(id);

  function tell(what: Edits['failed']) {
    told.current = what;
    show(what);
    undone.keep(what && what.edits);
  }

  const { mutate } = useMutation({
    mutationKey: planKeys.edits(id),
    scope: { id: `plan ${id}` },
    mutationFn: async ({ date, edit }: DayEdit) => {
      if (blocked.current) throw blocked.current;
      const held = queries.getQueryData<TaggedPlan>(key);
      const index = held?.data.days.findIndex((day) => day.date === date) ?? -1;
      const before = held?.data.days[index]?.stops;
      const stops = before && editedStops(before, edit);
      if (!held || !before || !stops) throw new EditLost();
      // An answer that is on its way is older than what this one will say.
      await queries.cancelQueries({ queryKey: key });
      const after = await taggedDataOf(
        api.PUT('/api/v1/plans/{id}/days/{n}/stops', {
          params: { path: { id, n: String(index + 1) }, header: { 'If-Match': held.tag } },
          body: { stops },
        }),
      );
      return { before, after };
    },
    onSuccess: ({ before, after }, made) => {
      queries.setQueryData<TaggedPlan>(key, after);
      say(made);
      setDone((all) => (made.edit.do === 'restore' ? all : [...all, { ...made, before }]));
    },
    onError: async (error, made) => {
      blocked.current ??= error;
      tell({ error: blocked.current, edits: [...(told.current?.edits ?? []), made] });
      if (codeOf(error) === 'precondition_failed')
        await queries.refetchQueries({ queryKey: key, exact: true });
    },
    onSettled: async () => {
      const under = queries.isMutating({ mutationKey: planKeys.edits(id) });
      // Read once more when all is done: only what is read is kept for when there is no network.
      if (under <= 1 && !blocked.current) void queries.invalidateQueries({ queryKey: planKeys.all });
    },
  });

  const pending = useMutationState({
    filters: { mutationKey: planKeys.edits(id), status: 'pending' },
    select: (mutation) => mutation.state.variables as DayEdit,
  });

  function edit(date: string, what: Edit) {
    blocked.current = null;
    // What was left waits for an answer of its own; of the rest the traveller has just seen what became.
    if (!(told.current?.error instanceof EditLeft)) tell(null);
    const days = queries.getQueryData<TaggedPlan>(key)?.data.days ?? [];
    const place = subjectOf(
      days.flatMap((day) => day.stops),
      what,
    );
    mutate({ date, edit: what, place });
  }
  const last = done.at(-1) ?? null;
  return {
    edit,
    shown: (date, stops) =>
      pending.filter((one) => one.date === date).reduce((soFar, one) => preview(soFar, one.edit), stops),
    isBusy: pending.length > 0,
    last,
    said,
    undo() {
      if (!last) return;
      setDone((all) => all.slice(0, -1));
      edit(last.date, { do: 'restore', stops: last.before });
    },
    failed,
    again() {
      const edits = failed?.edits ?? [];
      blocked.current = null;
      tell(null);
      edits.forEach((one) => mutate(one));
    },
    forget() {
      blocked.current = null;
      tell(null);
    },
  };
}
