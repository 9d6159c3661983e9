package app.oddiya.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.memory.identity.MemoryAccountDeletions;
import app.oddiya.adapters.memory.identity.MemoryDevices;
import app.oddiya.adapters.memory.identity.MemoryKeepers;
import app.oddiya.adapters.memory.identity.MemoryPushEndpoints;
import app.oddiya.adapters.memory.identity.MemoryUsers;
import app.oddiya.adapters.memory.shared.MemoryTombstones;
import app.oddiya.application.identity.FinishDeletions.Attempt;
import app.oddiya.domain.identity.account.AccountDeletion;
import app.oddiya.domain.identity.account.AccountDeletions;
import app.oddiya.domain.identity.account.DeviceId;
import app.oddiya.domain.identity.account.Keeper;
import app.oddiya.domain.identity.account.Keepers;
import app.oddiya.domain.identity.account.Platform;
import app.oddiya.domain.identity.account.PushEndpoint;
import app.oddiya.domain.identity.account.PushEndpoints;
import app.oddiya.domain.identity.account.PushRegistration;
import app.oddiya.domain.identity.account.PushToken;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Persons;
import app.oddiya.domain.testkit.time.SettableClock;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A deletion, whatever fails and whoever dies on its way.
class FinishDeletionsTest {

  private final SettableClock clock = new SettableClock();
  private final MemoryTombstones tombstones = new MemoryTombstones();
  private final MemoryUsers users = new MemoryUsers(clock);
  private final MemoryDevices devices = new MemoryDevices(tombstones);
  private final MemoryPushEndpoints endpoints = new MemoryPushEndpoints();
  private final MemoryKeepers keepers = new MemoryKeepers();
  private final MemoryAccountDeletions deletions =
      new MemoryAccountDeletions(users, devices, tombstones);
  private final FinishDeletions finishDeletions =
      new FinishDeletions(deletions, keepers, endpoints, clock);

  private UserId mina;
  private PushEndpoint phone;
  private PushEndpoint tablet;

  @BeforeEach
  void minaGivesUpHerAccount() {
    mina = users.findOrCreate(Persons.somebody(), soon()).user();
    phone = device("phone");
    tablet = device("tablet");
    for (Keeper keeper : Keeper.values()) {
      keepers.keep(keeper, mina, new byte[] {1});
    }
    assertThat(new DeleteAccount(deletions, () -> {}, clock).delete(mina, soon())).isTrue();
  }

  @Test
  void oneAttemptDoesItWhereEverybodyAnswers() {
    Attempt attempt = finishDeletions.attempt().orElseThrow();

    assertThat(attempt.rest().isDone()).isTrue();
    assertThat(attempt.troubles()).isEmpty();
    assertEverythingIsGone();
    assertThat(finishDeletions.attempt()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void oneThatDoesNotAnswerKeepsNoOtherWaiting(Keeper down) {
    keepers.fail(down);

    Attempt attempt = finishDeletions.attempt().orElseThrow();

    assertThat(attempt.rest().keepers()).containsExactly(down);
    assertThat(attempt.rest().endpoints()).isEmpty();
    assertThat(attempt.troubles()).hasSize(1);
    keepers.recover(down);
    assertThat(finishDeletions.attempt()).isEmpty();
    clock.advance(Duration.ofSeconds(2));
    assertThat(finishDeletions.attempt().orElseThrow().rest().isDone()).isTrue();
    assertEverythingIsGone();
  }

  @Test
  void attemptsAreLessAndLessOftenAndSoonOverdue() {
    keepers.fail(Keeper.AUTH);
    int attempts = 0;
    boolean overdue = false;
    Instant end = clock.instant().plus(Duration.ofMinutes(90));
    while (clock.instant().isBefore(end)) {
      Optional<Attempt> attempt = finishDeletions.attempt();
      attempts += attempt.isPresent() ? 1 : 0;
      overdue = attempt.map(Attempt::overdue).orElse(overdue);
      clock.advance(Duration.ofSeconds(1));
    }

    // Eight of them in the first 8.5 minutes, then one in five minutes.
    assertThat(attempts).isBetween(20, 26);
    assertThat(overdue).isTrue();
  }

  /// A process that dies once so many steps have taken effect, and before it has stored that.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void whoeverTakesOverFromOneThatDiedFinishesIt(int steps) {
    var dying = new Dying(steps);
    var doomed = new FinishDeletions(deletions, dying.keepers(), dying.endpoints(), clock);
    assertThatThrownBy(doomed::attempt).isInstanceOf(Death.class);

    assertThat(finishDeletions.attempt()).isEmpty();
    clock.advance(Duration.ofSeconds(35));

    assertThat(finishDeletions.attempt().orElseThrow().rest().isDone()).isTrue();
    assertEverythingIsGone();
    assertThat(finishDeletions.attempt()).isEmpty();
  }

  /// A process that dies over storing what is done.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void whatWasNotStoredIsDoneAgain(int stored) {
    var forgetful = new Forgetful(stored);
    var doomed = new FinishDeletions(forgetful, keepers, endpoints, clock);
    assertThatThrownBy(doomed::attempt).isInstanceOf(Death.class);

    clock.advance(Duration.ofSeconds(35));
    finishDeletions.attempt();

    assertEverythingIsGone();
    assertThat(deletions.backlog(soon()).open()).isZero();
  }

  @Test
  void aProcessThatIsToldToStopGivesItBackAtOnce() {
    var stopping = new FinishDeletions(deletions, new Interrupting(), endpoints, clock);

    Attempt attempt = stopping.attempt().orElseThrow();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(attempt.rest().keepers()).hasSize(2);
    assertThat(finishDeletions.attempt().orElseThrow().rest().isDone()).isTrue();
  }

  private void assertEverythingIsGone() {
    for (Keeper keeper : Keeper.values()) {
      assertThat(keepers.keeps(keeper, mina)).as(keeper.code()).isFalse();
    }
    assertThat(endpoints.exists(phone)).isFalse();
    assertThat(endpoints.exists(tablet)).isFalse();
  }

  private PushEndpoint device(String id) {
    var token = new PushToken("token-of-" + id);
    new RegisterDevice(devices, endpoints)
        .register(mina, new DeviceId(id), Platform.IOS, token, soon());
    return ((PushRegistration.Accepted) endpoints.register(Platform.IOS, token, soon())).endpoint();
  }

  private Deadline soon() {
    return Deadline.in(Duration.ofSeconds(5), clock);
  }

  /// The process is gone.
  private static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  /// Ports that do what they are told, and die over the last of so many times.
  private final class Dying {

    private int left;

    Dying(int steps) {
      left = steps;
    }

    private void step() {
      left--;
      if (left == 0) {
        throw new Death();
      }
    }

    Keepers keepers() {
      return new Keepers() {
        @Override
        public void forget(Keeper keeper, UserId user, Deadline deadline) {
          keepers.forget(keeper, user, deadline);
          step();
        }

        @Override
        public InputStream open(Keeper keeper, UserId user, Deadline deadline) {
          return keepers.open(keeper, user, deadline);
        }
      };
    }

    PushEndpoints endpoints() {
      return new PushEndpoints() {
        @Override
        public PushRegistration register(Platform platform, PushToken token, Deadline deadline) {
          return endpoints.register(platform, token, deadline);
        }

        @Override
        public void remove(PushEndpoint endpoint, Deadline deadline) {
          endpoints.remove(endpoint, deadline);
          step();
        }

        @Override
        public Page<Known> list(Platform platform, Optional<Page.Cursor> after, Deadline deadline) {
          return endpoints.list(platform, after, deadline);
        }
      };
    }
  }

  /// A store that dies over the last of so many writes.
  private final class Forgetful implements AccountDeletions {

    private int left;

    Forgetful(int writes) {
      left = writes;
    }

    @Override
    public boolean begin(UserId user, Instant now, Deadline deadline) {
      return deletions.begin(user, now, deadline);
    }

    @Override
    public Optional<AccountDeletion> take(Instant now, Instant backAt, Deadline deadline) {
      return deletions.take(now, backAt, deadline);
    }

    @Override
    public void leave(AccountDeletion rest, Instant dueAt, Deadline deadline) {
      left--;
      if (left == 0) {
        throw new Death();
      }
      deletions.leave(rest, dueAt, deadline);
    }

    @Override
    public Backlog backlog(Deadline deadline) {
      return deletions.backlog(deadline);
    }
  }

  /// Forgets, and is told to stop meanwhile.
  private final class Interrupting implements Keepers {

    @Override
    public void forget(Keeper keeper, UserId user, Deadline deadline) {
      keepers.forget(keeper, user, deadline);
      Thread.currentThread().interrupt();
    }

    @Override
    public InputStream open(Keeper keeper, UserId user, Deadline deadline) {
      return keepers.open(keeper, user, deadline);
    }
  }
}
