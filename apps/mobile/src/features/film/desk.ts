import { randomUUID } from 'expo-crypto';

import type { Api } from '@/api/client';
import type { Chosen, KeptFile, Permission } from '@/platform/files';
import type { Source } from '@/platform/photos';
import { alone, keep, keepOnly, letGo, onChangedElsewhere, rest, send } from '@/platform/upload';
import { draftOf } from './again';
import { filmFor, permissionsFor } from './answers';
import { type Clock, clockOnTheWall } from './clock';
import { sortOut, type Unfit } from './files';
import { after, type Happened, newOrder, type Order, shareSent, type Step, stepsFor } from './order';
import { Shelf } from './shelf';
import { type Draft, emptyDraft, filesOf, heldBy, isBegun } from './wish';

/** A file that was chosen and cannot be taken. */
export interface UnfitFile {
  name: string;
  why: Unfit;
}

export interface DeskState {
  /** Whether what is kept on the device has been read. */
  open: boolean;
  draft: Draft;
  orders: readonly Order[];
  /** Files that are being taken in just now. */
  taking: number;
  /** Whether the bytes of all files outlive this run of the app. */
  lasting: boolean;
  /** Whether all of it is written down; what is not is lost with this run of the app. */
  written: boolean;
}

const monthMs = 30 * 24 * 60 * 60 * 1000;
/** Of what is being sent not every byte is written down. */
const worthWriting = 0.04;

/**
 * The films in preparation on this device: the one being put together, and those on their way to the API. It does what
 * each order needs next, and writes down each step; whatever stops it, it goes on from there.
 */
export class FilmDesk {
  #state: DeskState = { open: false, draft: emptyDraft, orders: [], taking: 0, lasting: true, written: true };
  readonly #api: Api;
  readonly #user: string;
  readonly #clock: Clock;
  readonly #shelf: Shelf;
  readonly #onOrdered: (order: Order, jobId: string) => void;
  readonly #listeners = new Set<() => void>();
  readonly #under = new Map<string, AbortController>();
  readonly #sharesWritten = new Map<string, number>();
  #changes = 0;
  readonly #closing = new AbortController();
  readonly #alarms = new Map<string, () => void>();
  /** Only one page of a browser sends; others look on. */
  #sends = false;

  constructor(
    user: string,
    api: Api,
    onOrdered: (order: Order, jobId: string) => void = () => undefined,
    clock: Clock = clockOnTheWall,
  ) {
    this.#user = user;
    this.#api = api;
    this.#clock = clock;
    this.#shelf = new Shelf(user, (written) => {
      if (written !== this.#state.written) this.#set({ written });
    });
    this.#onOrdered = onOrdered;
  }

  readonly state = (): DeskState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads what was begun earlier and goes on with it, until `close`. */
  async open(): Promise<void> {
    await this.#read();
    if (this.#closing.signal.aborted) return;
    const stop = onChangedElsewhere((row) => {
      if (this.#shelf.holds(row)) void this.#readAgain().catch(() => this.#set({ written: false }));
    });
    this.#closing.signal.addEventListener('abort', stop);
    alone(`oddiya.films.${this.#user}`, this.#closing.signal, () => void this.#begin());
  }

  /** Stops where it is; resolves when that is written down. */
  close(): Promise<void> {
    this.#closing.abort();
    this.#under.forEach((control) => control.abort());
    this.#alarms.forEach((callOff) => callOff());
    return this.#shelf.settled();
  }

  /** Resolves when all that was to be written down is, or could not be. */
  settled(): Promise<void> {
    return this.#shelf.settled();
  }

  /** There is a network again, or somebody is signed in again: nothing is waited for any longer. */
  reconnected(): void {
    for (const { key, hold } of this.#state.orders) if (hold) this.#happened(key, { has: 'reconnected' });
  }

  changeDraft(change: (draft: Draft) => Draft): void {
    const draft = change(this.#state.draft);
    if (draft === this.#state.draft) return;
    const held = new Set(heldBy(draft).map(({ id }) => id));
    const dropped = heldBy(this.#state.draft).filter(({ id }) => !held.has(id));
    this.#set({ draft });
    void this.#shelf.writeDraft(draft);
    if (dropped.length > 0) void this.#letGo(dropped.map(({ id }) => id));
  }

  /** Clears the table: what was being put together is forgotten. */
  clearDraft(): void {
    this.changeDraft(({ planId, planChosen }) => ({ ...emptyDraft, planId, planChosen }));
  }

  /** Takes chosen files into the draft, as far as films can be made of them. */
  async take(chosen: readonly Chosen<Source>[]): Promise<UnfitFile[]> {
    const { taken, unfit } = sortOut(chosen, this.#state.draft.photos);
    this.#set({ taking: this.#state.taking + taken.length });
    for (const { source, ...facts } of taken) {
      const file: KeptFile = { ...facts, id: randomUUID() };
      try {
        const isLasting = await keep(file.id, source);
        this.changeDraft((draft) =>
          file.kind === 'music'
            ? { ...draft, ownMusic: file, music: { is: 'own' } }
            : { ...draft, photos: [...draft.photos, file] },
        );
        if (!isLasting) this.#set({ lasting: false });
      } catch {
        // Gone between being chosen and being read, or there is no room for it.
        unfit.push({ name: file.name, why: 'unkept' });
      } finally {
        this.#set({ taking: this.#state.taking - 1 });
      }
    }
    return unfit;
  }

  /** Asks for the film of the draft. From here on it is one film, however often it has to be tried. */
  async order(): Promise<Order> {
    const { draft } = this.#state;
    const order = newOrder(randomUUID(), draft, this.#clock.now());
    this.#set({ orders: [...this.#state.orders, order], draft: emptyDraft });
    // Queued together, the order first: whatever is read in between, no photo is in neither.
    await Promise.all([this.#shelf.writeOrder(order), this.#shelf.writeDraft(emptyDraft)]);
    const used = new Set(filesOf(draft).map(({ id }) => id));
    await this.#letGo(heldBy(draft).flatMap(({ id }) => (used.has(id) ? [] : [id])));
    this.#pump(order.key);
    return order;
  }

  /** Asks for a film once more, whatever is being put together meanwhile. */
  async orderAgain(draft: Draft): Promise<Order> {
    const order = newOrder(randomUUID(), draft, this.#clock.now());
    this.#set({ orders: [...this.#state.orders, order] });
    await this.#shelf.writeOrder(order);
    this.#pump(order.key);
    return order;
  }

  /** Goes on without a file that cannot be sent. */
  leaveOut(key: string, id: string): void {
    this.#happened(key, { has: 'leftOut', id });
    void this.#letGo([id]);
  }

  /** Gives an order up, with all that was kept for it here. */
  async discard(key: string): Promise<void> {
    const order = this.#find(key);
    await this.#drop(key);
    if (order) await this.#letGo(order.parcels.map(({ file }) => file.id));
  }

  /** Lays an order that comes to nothing back on the table, unless another one is begun there. */
  async takeBack(key: string): Promise<void> {
    const order = this.#find(key);
    if (!order || isBegun(this.#state.draft)) return;
    await this.#drop(key);
    this.changeDraft(() => draftOf(order));
  }

  /** Whether what is written down could be read. */
  async #read(): Promise<boolean> {
    try {
      this.#set({ open: true, ...(await this.#written()) });
      return true;
    } catch {
      // A device whose store cannot be read keeps nothing either: it goes on from memory, and that is said.
      this.#set({ open: true, written: false });
      return false;
    }
  }

  /** What is written down, once that is all that has happened here. */
  async #written(): Promise<Pick<DeskState, 'draft' | 'orders'>> {
    for (;;) {
      const changes = this.#changes;
      await this.#shelf.settled();
      const [draft, orders] = await Promise.all([this.#shelf.draft(), this.#shelf.orders()]);
      if (changes === this.#changes) return { draft, orders };
    }
  }

  /** Another page has written: it has placed an order, given one up, or got on with one. */
  async #readAgain(): Promise<void> {
    const { draft, orders } = await this.#written();
    if (!this.#sends) {
      this.#set({ draft, orders });
      return;
    }
    const kept = new Set(orders.map(({ key }) => key));
    const mine = this.#state.orders.filter(({ key }) => kept.has(key));
    for (const { key } of this.#state.orders) if (!kept.has(key)) this.#under.get(key)?.abort();
    const known = new Set(mine.map(({ key }) => key));
    const added = orders.filter(({ key }) => !known.has(key));
    this.#set({ draft, orders: [...mine, ...added] });
    added.forEach(({ key }) => this.#pump(key));
  }

  /** This page is the one that sends. */
  async #begin(): Promise<void> {
    const isKnown = await this.#read();
    // Not before: what is placed in the meantime is not under way yet, and is begun here like all others.
    this.#sends = true;
    for (const { key, stage, at } of this.#state.orders) {
      if (stage.is === 'ordered' && at < this.#clock.now() - monthMs) await this.#drop(key);
      else this.#happened(key, { has: 'reopened' });
    }
    // Files of what could not be read are not left-overs.
    if (!isKnown) return;
    await keepOnly(this.#held()).catch(() => undefined);
  }

  #happened(key: string, event: Happened): void {
    this.#note(key, event);
    if (event.has !== 'progressed') this.#pump(key);
  }

  #note(key: string, event: Happened): void {
    const before = this.#find(key);
    if (!before) return;
    const order = after(before, event);
    this.#set({ orders: this.#state.orders.map((one) => (one.key === key ? order : one)) });
    if (event.has !== 'progressed' || shareSent(order) - (this.#sharesWritten.get(key) ?? 0) > worthWriting) {
      this.#sharesWritten.set(key, shareSent(order));
      void this.#shelf.writeOrder(order);
    }
  }

  /** Does what an order needs next, one step after the other: each changes what is left to do. */
  #pump(key: string): void {
    this.#alarms.get(key)?.();
    for (;;) {
      const order = this.#find(key);
      if (!order || !this.#sends || this.#closing.signal.aborted) return;
      const [step] = stepsFor(order, this.#clock.now());
      if (!step) return;
      this.#take(order, step);
      if (step.do === 'wait') return;
    }
  }

  #take(order: Order, step: Step): void {
    const { key } = order;
    switch (step.do) {
      case 'wait':
        this.#alarms.set(
          key,
          this.#clock.in(Math.max(0, step.until - this.#clock.now()), () => this.#pump(key)),
        );
        return;
      case 'askForPermissions':
        this.#note(key, { has: 'askedForPermissions' });
        void this.#askForPermissions(
          order,
          step.parcels.map(({ file }) => file),
        );
        return;
      case 'send':
        this.#note(key, { has: 'begun', id: step.file.id });
        void this.#send(key, step.file, step.permission);
        return;
      case 'askForFilm':
        this.#note(key, { has: 'askedForFilm' });
        void this.#askForFilm(order);
    }
  }

  async #askForPermissions({ key }: Order, files: KeptFile[]): Promise<void> {
    const { signal } = this.#control(key);
    const answer = await permissionsFor(this.#api, files, signal, this.#clock.now);
    if (!signal.aborted) this.#happened(key, answer);
  }

  async #send(key: string, { id }: KeptFile, permission: Permission): Promise<void> {
    const { signal } = this.#control(key);
    const sent = await send(id, permission, {
      onProgress: (share) => this.#happened(key, { has: 'progressed', id, share }),
      signal,
    }).catch(() => 'brokenOff' as const);
    if (signal.aborted) return;
    if (sent === 'brokenOff') this.#happened(key, { has: sent, id, at: this.#clock.now() });
    else this.#happened(key, { has: sent, id });
  }

  async #askForFilm(order: Order): Promise<void> {
    const { key } = order;
    const { signal } = this.#control(key);
    // What has arrived is not to be sent again if this is where it ends.
    await this.#shelf.settled();
    const answer = await filmFor(this.#api, order, signal, this.#clock.now);
    if (signal.aborted) return;
    this.#happened(key, answer);
    if (answer.has !== 'ordered') return;
    this.#onOrdered(order, answer.jobId);
    await rest(order.parcels.map(({ file }) => file.id)).catch(() => undefined);
  }

  async #drop(key: string): Promise<void> {
    this.#under.get(key)?.abort();
    this.#under.delete(key);
    this.#alarms.get(key)?.();
    this.#set({ orders: this.#state.orders.filter((order) => order.key !== key) });
    await this.#shelf.removeOrder(key);
  }

  /** Orders share files. What cannot be removed now is removed as a left-over by the next run. */
  async #letGo(ids: readonly string[]): Promise<void> {
    const held = this.#held();
    await letGo(ids.filter((id) => !held.has(id))).catch(() => undefined);
  }

  /** The files that something here is still about. */
  #held(): Set<string> {
    const { draft, orders } = this.#state;
    const sent = orders.flatMap(({ parcels }) => parcels.map(({ file }) => file));
    return new Set([...heldBy(draft), ...sent].map(({ id }) => id));
  }

  #control(key: string): AbortController {
    const known = this.#under.get(key);
    if (known) return known;
    const made = new AbortController();
    this.#under.set(key, made);
    return made;
  }

  #find(key: string): Order | undefined {
    return this.#state.orders.find((order) => order.key === key);
  }

  #set(change: Partial<DeskState>): void {
    this.#changes += 1;
    this.#state = { ...this.#state, ...change };
    this.#listeners.forEach((listener) => listener());
  }
}
