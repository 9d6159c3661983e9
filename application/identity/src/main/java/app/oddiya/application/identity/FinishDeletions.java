package app.oddiya.application.identity;

import app.oddiya.domain.identity.account.AccountDeletion;
import app.oddiya.domain.identity.account.AccountDeletions;
import app.oddiya.domain.identity.account.Keeper;
import app.oddiya.domain.identity.account.Keepers;
import app.oddiya.domain.identity.account.PushEndpoint;
import app.oddiya.domain.identity.account.PushEndpoints;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Carries deletions out, one at a time: has every keeper forget the user and removes the endpoints
/// of the devices, in whichever order that goes, until all is done. One keeper that is down keeps
/// no other waiting.
///
/// What is done is stored as it is done. A crash between the two does it again, which each step
/// bears. Any number of processes may run this: a deletion is in the hands of one, and comes back
/// by itself from one that dies.
public final class FinishDeletions {

  /// What one step may take: auth waits for Apple, video empties a bucket.
  private static final Duration STEP = Duration.ofSeconds(25);

  /// Until when nobody else takes what is being attempted: past the end of a step. Each step that
  /// is done begins it anew.
  private static final Duration LEASE = Duration.ofSeconds(35);

  private static final Duration STORING = Duration.ofSeconds(5);

  /// From this age on a deletion is overdue.
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final AccountDeletions deletions;
  private final Keepers keepers;
  private final PushEndpoints endpoints;
  private final InstantSource clock;

  public FinishDeletions(
      AccountDeletions deletions, Keepers keepers, PushEndpoints endpoints, InstantSource clock) {
    this.deletions = deletions;
    this.keepers = keepers;
    this.endpoints = endpoints;
    this.clock = clock;
  }

  /// An attempt at one deletion.
  ///
  /// @param rest what is left of it
  /// @param troubles why
  /// @param overdue whether it has been waiting for too long
  public record Attempt(AccountDeletion rest, List<Unavailable> troubles, boolean overdue) {

    public Attempt {
      troubles = List.copyOf(troubles);
    }
  }

  /// Attempts the deletion that is longest due; empty if none is.
  ///
  /// @throws Unavailable if the store of deletions does not answer
  public Optional<Attempt> attempt() {
    Instant now = clock.instant();
    return deletions.take(now, now.plus(LEASE), storing()).map(this::attempt);
  }

  private Attempt attempt(AccountDeletion taken) {
    List<Unavailable> troubles = new ArrayList<>();
    AccountDeletion rest = taken;
    for (Keeper keeper : taken.keepers().stream().sorted().toList()) {
      if (isDone(() -> keepers.forget(keeper, taken.user(), step()), troubles)) {
        rest = stored(rest.without(keeper));
      }
    }
    for (PushEndpoint endpoint : taken.endpoints()) {
      if (isDone(() -> endpoints.remove(endpoint, step()), troubles)) {
        rest = stored(rest.without(endpoint));
      }
    }
    if (!rest.isDone()) {
      giveBack(rest);
    }
    boolean overdue = taken.requestedAt().plus(PATIENCE).isBefore(clock.instant());
    return new Attempt(rest, troubles, overdue);
  }

  /// A thread that is told to stop tries nothing more.
  private static boolean isDone(Runnable step, List<Unavailable> troubles) {
    if (Thread.currentThread().isInterrupted()) {
      return false;
    }
    try {
      step.run();
      return true;
    } catch (Unavailable e) {
      troubles.add(e);
      return false;
    }
  }

  private AccountDeletion stored(AccountDeletion rest) {
    leave(rest, LEASE);
    return rest;
  }

  /// After a rest; at once where this process is told to stop, for another one to go on.
  private void giveBack(AccountDeletion rest) {
    leave(rest, Thread.currentThread().isInterrupted() ? Duration.ZERO : rest.rest());
  }

  /// What is done is worth storing even when the process is being stopped; and a pool of
  /// connections refuses a thread that is interrupted.
  private void leave(AccountDeletion rest, Duration wait) {
    boolean stopping = Thread.interrupted();
    try {
      deletions.leave(rest, clock.instant().plus(wait), storing());
    } finally {
      if (stopping) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Deadline step() {
    return Deadline.in(STEP, clock);
  }

  private Deadline storing() {
    return Deadline.in(STORING, clock);
  }
}
