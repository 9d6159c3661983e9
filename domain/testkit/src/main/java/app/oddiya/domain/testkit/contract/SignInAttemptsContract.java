package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.identity.account.Identity;
import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.session.AttemptLimit;
import app.oddiya.domain.identity.session.SignInAttempts;
import app.oddiya.domain.testkit.story.Persons;
import app.oddiya.domain.testkit.story.Together;
import app.oddiya.domain.testkit.time.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every [SignInAttempts] does.
public interface SignInAttemptsContract {

  AttemptLimit THREE_IN_A_MINUTE = new AttemptLimit(3, Duration.ofMinutes(1));

  /// The count under test; each call gives the same one as another process would see it.
  SignInAttempts attempts();

  /// The clock that [#attempts] goes by.
  SettableClock clock();

  @Test
  default void oneTooManyHasToWaitForTheEndOfTheWindowThatTheFirstBegan() {
    Identity somebody = Persons.somebody().identity();
    count(somebody);
    clock().advance(Duration.ofSeconds(20));

    assertThat(count(somebody)).isEmpty();
    assertThat(count(somebody)).isEmpty();
    assertThat(count(somebody)).contains(Duration.ofSeconds(40));
    clock().advance(Duration.ofSeconds(39));
    assertThat(count(somebody)).contains(Duration.ofSeconds(1));
    clock().advance(Duration.ofSeconds(1));
    assertThat(count(somebody)).isEmpty();
  }

  @Test
  default void nobodyIsCountedForAnother() {
    Identity somebody = new Identity(Provider.GOOGLE, Persons.somebody().identity().providerId());
    Identity namesake = new Identity(Provider.APPLE, somebody.providerId());
    for (int i = 0; i < 4; i++) {
      count(somebody);
    }

    assertThat(count(somebody)).isPresent();
    assertThat(count(namesake)).isEmpty();
  }

  @Test
  default void ofManyAtOnceAsManyPassAsMay() {
    Identity somebody = Persons.somebody().identity();

    List<Optional<Duration>> counted = Together.run(16, () -> count(somebody));

    assertThat(counted).filteredOn(Optional::isEmpty).hasSize(3);
  }

  private Optional<Duration> count(Identity identity) {
    return attempts().count(identity, THREE_IN_A_MINUTE, Deadlines.ample());
  }
}
