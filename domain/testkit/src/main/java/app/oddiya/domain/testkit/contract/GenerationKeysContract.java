package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.planning.plan.GenerationKeys;
import app.oddiya.domain.planning.plan.GenerationKeys.Claim;
import app.oddiya.domain.planning.plan.GenerationKeys.Grant;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.shared.AccountDeleted;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Together;
import app.oddiya.domain.testkit.story.Trips;
import app.oddiya.domain.testkit.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every [GenerationKeys] does.
public interface GenerationKeysContract {

  UserId TRAVELLER = new UserId(51);
  UserId OTHER = new UserId(52);
  UUID KEY = UUID.fromString("0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b");
  Instant NOW = SettableClock.A_MORNING;
  Duration LEASE = Duration.ofSeconds(40);

  /// Without keys, the same ones throughout a test.
  GenerationKeys keys();

  /// Where the plans of settled keys are, without any at first.
  Plans plans();

  /// Of the same store.
  Tombstones tombstones();

  @Test
  default void aNewKeyIsGranted() {
    assertThat(claim(TRAVELLER, Trips.wish(), NOW)).isInstanceOf(Claim.Granted.class);
  }

  @Test
  default void whileOneWritesNobodyElseDoes() {
    granted(NOW);

    assertThat(claim(TRAVELLER, Trips.wish(), NOW.plusSeconds(39))).isEqualTo(new Claim.Taken());
  }

  @Test
  default void ofManyAtOnceOneIsGranted() {
    List<Claim> claims = Together.run(20, () -> claim(TRAVELLER, Trips.wish(), NOW));

    assertThat(claims).filteredOn(Claim.Granted.class::isInstance).hasSize(1);
    assertThat(claims).filteredOn(Claim.Taken.class::isInstance).hasSize(19);
  }

  @Test
  default void aSettledKeyNamesItsPlan() {
    Plan plan = settle(granted(NOW), NOW).orElseThrow();

    assertThat(plan.owner()).isEqualTo(TRAVELLER);
    assertThat(plan.trip()).isEqualTo(Trips.trip());
    assertThat(plans().find(TRAVELLER, plan.id(), Deadlines.ample())).contains(plan);
    assertThat(claim(TRAVELLER, Trips.wish(), NOW.plusSeconds(90)))
        .isEqualTo(new Claim.Settled(plan.id()));
  }

  @Test
  default void aKeyOutlivesItsPlan() {
    Plan plan = settle(granted(NOW), NOW).orElseThrow();

    plans().delete(TRAVELLER, plan.id(), OptionalLong.empty(), Deadlines.ample());

    assertThat(claim(TRAVELLER, Trips.wish(), NOW.plusSeconds(90)))
        .isEqualTo(new Claim.Settled(plan.id()));
  }

  @Test
  default void aKeyStandsForOneRequest() {
    Grant grant = granted(NOW);
    assertThat(claim(TRAVELLER, Trips.detailedWish(), NOW)).isEqualTo(new Claim.OfAnotherRequest());

    settle(grant, NOW);
    assertThat(claim(TRAVELLER, Trips.detailedWish(), NOW)).isEqualTo(new Claim.OfAnotherRequest());
  }

  @Test
  default void aKeyBelongsToItsTraveller() {
    settle(granted(NOW), NOW);

    assertThat(claim(OTHER, Trips.detailedWish(), NOW)).isInstanceOf(Claim.Granted.class);
  }

  @Test
  default void whenALeaseEndsSomebodyElseMayWrite() {
    Grant first = granted(NOW);

    Grant second = granted(NOW.plus(LEASE));

    assertThat(second.fence()).isGreaterThan(first.fence());
  }

  @Test
  default void whoComesTooLateStoresNothing() {
    Grant first = granted(NOW);
    Grant second = granted(NOW.plus(LEASE));

    Optional<Plan> late = settle(first, NOW.plus(LEASE));
    Plan plan = settle(second, NOW.plus(LEASE)).orElseThrow();
    Optional<Plan> later = settle(first, NOW.plus(LEASE));

    assertThat(late).isEmpty();
    assertThat(later).isEmpty();
    assertThat(plans().list(TRAVELLER, new Page.Request(10, Optional.empty()), Deadlines.ample()))
        .satisfies(
            page ->
                assertThat(page.items()).singleElement().matches(it -> it.id().equals(plan.id())));
  }

  @Test
  default void whoIsLateButAloneStillStores() {
    Grant grant = granted(NOW);

    assertThat(settle(grant, NOW.plus(LEASE).plusSeconds(1))).isPresent();
  }

  @Test
  default void aReleasedKeyIsFreeForAnyRequest() {
    keys().release(granted(NOW), Deadlines.ample());

    assertThat(claim(TRAVELLER, Trips.detailedWish(), NOW)).isInstanceOf(Claim.Granted.class);
  }

  @Test
  default void aLostGrantReleasesNothing() {
    Grant first = granted(NOW);
    granted(NOW.plus(LEASE));

    keys().release(first, Deadlines.ample());

    assertThat(claim(TRAVELLER, Trips.wish(), NOW.plus(LEASE))).isEqualTo(new Claim.Taken());
  }

  @Test
  default void whoLostAKeyThatWasFreedAndClaimedAgainStoresNothing() {
    Grant lost = granted(NOW);
    keys().release(granted(NOW.plus(LEASE)), Deadlines.ample());
    claim(TRAVELLER, Trips.detailedWish(), NOW.plus(LEASE));

    assertThat(settle(lost, NOW.plus(LEASE))).isEmpty();
  }

  @Test
  default void aSettledKeyIsNotReleased() {
    Grant grant = granted(NOW);
    settle(grant, NOW);

    keys().release(grant, Deadlines.ample());

    assertThat(claim(TRAVELLER, Trips.wish(), NOW)).isInstanceOf(Claim.Settled.class);
  }

  @Test
  default void afterADayAKeyIsFree() {
    settle(granted(NOW), NOW);
    Instant nextDay = NOW.plus(GenerationKeys.KEPT);

    assertThat(claim(TRAVELLER, Trips.wish(), nextDay.minusSeconds(1)))
        .isInstanceOf(Claim.Settled.class);
    assertThat(claim(TRAVELLER, Trips.detailedWish(), nextDay)).isInstanceOf(Claim.Granted.class);
  }

  @Test
  default void aDeletedTravellerIsGrantedNothing() {
    granted(NOW);

    tombstones().bury(TRAVELLER, NOW, Deadlines.ample());

    assertThatThrownBy(() -> claim(TRAVELLER, Trips.wish(), NOW))
        .isInstanceOf(AccountDeleted.class);
    tombstones().removeOlderThan(NOW.plusSeconds(1), Deadlines.ample());
    assertThat(claim(TRAVELLER, Trips.wish(), NOW)).isInstanceOf(Claim.Granted.class);
  }

  @Test
  default void whatWasBeingWrittenForADeletedTravellerIsNotStored() {
    Grant grant = granted(NOW);

    tombstones().bury(TRAVELLER, NOW, Deadlines.ample());

    assertThatThrownBy(() -> settle(grant, NOW)).isInstanceOf(AccountDeleted.class);
    keys().release(grant, Deadlines.ample());
    assertThat(
            plans()
                .list(TRAVELLER, new Page.Request(20, Optional.empty()), Deadlines.ample())
                .items())
        .isEmpty();
  }

  private Grant granted(Instant now) {
    return ((Claim.Granted) claim(TRAVELLER, Trips.wish(), now)).grant();
  }

  private Claim claim(UserId traveller, PlanRequest request, Instant now) {
    return keys().claim(traveller, KEY, request, now, now.plus(LEASE), Deadlines.ample());
  }

  private Optional<Plan> settle(Grant grant, Instant now) {
    return keys().settle(grant, Trips.trip(), now, Deadlines.ample());
  }
}
