package app.oddiya.domain.testkit.contract;

import static app.oddiya.domain.testkit.time.SettableClock.A_MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.identity.account.AccountDeletion;
import app.oddiya.domain.identity.account.AccountDeletions;
import app.oddiya.domain.identity.account.AccountDeletions.Backlog;
import app.oddiya.domain.identity.account.Device;
import app.oddiya.domain.identity.account.DeviceId;
import app.oddiya.domain.identity.account.Devices;
import app.oddiya.domain.identity.account.Keeper;
import app.oddiya.domain.identity.account.Platform;
import app.oddiya.domain.identity.account.ProviderProfile;
import app.oddiya.domain.identity.account.PushEndpoint;
import app.oddiya.domain.identity.account.Registration;
import app.oddiya.domain.identity.account.Users;
import app.oddiya.domain.shared.AccountDeleted;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Persons;
import app.oddiya.domain.testkit.story.Together;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What every [AccountDeletions] does.
public interface AccountDeletionsContract {

  /// Without any at first, the same ones throughout a test.
  AccountDeletions deletions();

  Users users();

  Devices devices();

  Tombstones tombstones();

  @Test
  default void anAccountIsGoneWithItsDevicesAndATombstoneStands() {
    UserId user = somebody();
    Device phone = device(user, "phone");
    Device tablet = device(user, "tablet");
    UserId other = somebody();
    Device others = device(other, "phone");

    assertThat(deletions().begin(user, A_MORNING, Deadlines.ample())).isTrue();

    assertThat(users().find(user, Deadlines.ample())).isEmpty();
    assertThat(devices().of(user, Deadlines.ample())).isEmpty();
    assertThat(tombstones().isDeleted(user, Deadlines.ample())).isTrue();
    assertThat(users().find(other, Deadlines.ample())).isPresent();
    assertThat(devices().of(other, Deadlines.ample())).containsExactly(others);
    assertThat(take(A_MORNING))
        .contains(
            new AccountDeletion(
                user,
                A_MORNING,
                EnumSet.allOf(Keeper.class),
                List.of(phone.endpoint(), tablet.endpoint()),
                1));
  }

  @Test
  default void nobodyIsNotDeletedAndNobodyTwice() {
    UserId user = somebody();

    assertThat(deletions().begin(new UserId(Long.MAX_VALUE), A_MORNING, Deadlines.ample()))
        .isFalse();
    assertThat(deletions().begin(user, A_MORNING, Deadlines.ample())).isTrue();
    assertThat(deletions().begin(user, A_MORNING, Deadlines.ample())).isFalse();
    assertThat(tombstones().isDeleted(new UserId(Long.MAX_VALUE), Deadlines.ample())).isFalse();
  }

  @Test
  default void whoComesBackIsSomebodyNew() {
    ProviderProfile person = Persons.somebody();
    UserId before = users().findOrCreate(person, Deadlines.ample()).user();
    deletions().begin(before, A_MORNING, Deadlines.ample());

    Registration after = users().findOrCreate(person, Deadlines.ample());

    assertThat(after.isNew()).isTrue();
    assertThat(after.user()).isNotEqualTo(before);
  }

  @Test
  default void noDeviceIsRegisteredForADeletedAccount() {
    UserId user = somebody();
    deletions().begin(user, A_MORNING, Deadlines.ample());

    assertThatThrownBy(() -> device(user, "phone")).isInstanceOf(AccountDeleted.class);
    assertThat(devices().of(user, Deadlines.ample())).isEmpty();
  }

  @Test
  default void aDeviceThatIsRegisteredBesideADeletionIsRefusedOrItsEndpointIsTakenDown() {
    UserId user = somebody();
    var turn = new AtomicInteger();
    List<Optional<PushEndpoint>> stored =
        Together.run(
            9,
            () -> {
              int mine = turn.getAndIncrement();
              if (mine == 4) {
                deletions().begin(user, A_MORNING, Deadlines.ample());
                return Optional.empty();
              }
              try {
                return Optional.of(device(user, "phone-" + mine).endpoint());
              } catch (AccountDeleted gone) {
                return Optional.empty();
              }
            });

    assertThat(take(A_MORNING).orElseThrow().endpoints())
        .containsExactlyInAnyOrderElementsOf(stored.stream().flatMap(Optional::stream).toList());
  }

  @Test
  default void whoeverTakesADeletionHasItUntilItsTime() {
    begun(A_MORNING);

    AccountDeletion taken = take(A_MORNING).orElseThrow();

    assertThat(take(A_MORNING.plusSeconds(59))).isEmpty();
    AccountDeletion again = take(A_MORNING.plusSeconds(60)).orElseThrow();
    assertThat(again.user()).isEqualTo(taken.user());
    assertThat(again.attempts()).isEqualTo(2);
  }

  @Test
  default void ofManyWhoTakeAtOnceEachGetsAnother() {
    begun(A_MORNING);
    begun(A_MORNING);

    List<AccountDeletion> taken =
        Together.run(6, () -> take(A_MORNING)).stream().flatMap(Optional::stream).toList();

    assertThat(taken).extracting(AccountDeletion::user).doesNotHaveDuplicates();
  }

  @Test
  default void whatIsLeftIsAllThatIsTakenNextTime() {
    begun(A_MORNING);
    AccountDeletion taken = take(A_MORNING).orElseThrow();
    AccountDeletion rest = taken.without(Keeper.AUTH).without(taken.endpoints().getFirst());

    deletions().leave(rest, A_MORNING.plusSeconds(2), Deadlines.ample());

    assertThat(take(A_MORNING.plusSeconds(1))).isEmpty();
    AccountDeletion again = take(A_MORNING.plusSeconds(2)).orElseThrow();
    assertThat(again.keepers()).containsExactlyInAnyOrder(Keeper.PLAN, Keeper.VIDEO);
    assertThat(again.endpoints()).isEmpty();
  }

  @Test
  default void whatIsDoneIsForgottenAndOnlyTheTombstoneStays() {
    UserId user = begun(A_MORNING);
    AccountDeletion taken = take(A_MORNING).orElseThrow();

    deletions().leave(done(taken), A_MORNING, Deadlines.ample());

    assertThat(take(A_MORNING.plusSeconds(9_999))).isEmpty();
    assertThat(deletions().backlog(Deadlines.ample())).isEqualTo(new Backlog(0, Optional.empty()));
    assertThat(tombstones().isDeleted(user, Deadlines.ample())).isTrue();
  }

  @Test
  default void whoeverWasTooSlowChangesNothing() {
    begun(A_MORNING);
    AccountDeletion slow = take(A_MORNING).orElseThrow();
    AccountDeletion quick = take(A_MORNING.plusSeconds(60)).orElseThrow();

    deletions().leave(done(slow), A_MORNING, Deadlines.ample());

    assertThat(deletions().backlog(Deadlines.ample()).open()).isOne();
    deletions().leave(quick, A_MORNING.plusSeconds(61), Deadlines.ample());
    assertThat(take(A_MORNING.plusSeconds(61))).isPresent();
  }

  @Test
  default void theBacklogSaysSinceWhen() {
    begun(A_MORNING.plusSeconds(5));
    begun(A_MORNING);

    assertThat(deletions().backlog(Deadlines.ample()))
        .isEqualTo(new Backlog(2, Optional.of(A_MORNING)));
  }

  private UserId begun(Instant now) {
    UserId user = somebody();
    device(user, "phone");
    assertThat(deletions().begin(user, now, Deadlines.ample())).isTrue();
    return user;
  }

  private UserId somebody() {
    return users().findOrCreate(Persons.somebody(), Deadlines.ample()).user();
  }

  private Device device(UserId owner, String id) {
    var device =
        new Device(
            owner,
            new DeviceId(id),
            Platform.ANDROID,
            new PushEndpoint("arn:aws:sns:endpoint/" + UUID.randomUUID()));
    devices().put(device, Deadlines.ample());
    return device;
  }

  private Optional<AccountDeletion> take(Instant now) {
    return deletions().take(now, now.plusSeconds(60), Deadlines.ample());
  }

  private static AccountDeletion done(AccountDeletion taken) {
    return new AccountDeletion(
        taken.user(),
        taken.requestedAt(),
        EnumSet.noneOf(Keeper.class),
        List.of(),
        taken.attempts());
  }
}
