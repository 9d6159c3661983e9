package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.session.ProviderToken;
import app.oddiya.domain.identity.session.ProviderTokens;
import app.oddiya.domain.identity.session.Sessions;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.time.SettableClock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every [ProviderTokens] does.
public interface ProviderTokensContract {

  /// The tokens under test; each call gives the same ones as another process would see them.
  ProviderTokens tokens();

  /// The sessions of the same users.
  Sessions sessions();

  /// The clock that both go by.
  SettableClock clock();

  @Test
  default void aTokenIsFoundUntilItIsForgotten() {
    UserId user = someUser();
    ProviderToken token = token("täg+&=% 한국");

    assertThat(tokens().keep(user, token, Deadlines.ample())).isTrue();
    assertThat(tokens().find(user, Deadlines.ample())).contains(token);
    clock().advance(Duration.ofDays(400));
    assertThat(tokens().find(user, Deadlines.ample())).contains(token);
    tokens().forget(user, Deadlines.ample());
    tokens().forget(user, Deadlines.ample());
    assertThat(tokens().find(user, Deadlines.ample())).isEmpty();
  }

  @Test
  default void eachUserHasOneTheLatest() {
    UserId user = someUser();
    UserId other = someUser();
    tokens().keep(user, token("first"), Deadlines.ample());
    tokens().keep(other, token("another's"), Deadlines.ample());
    tokens().keep(user, token("second"), Deadlines.ample());

    assertThat(tokens().find(user, Deadlines.ample())).contains(token("second"));
    assertThat(tokens().find(other, Deadlines.ample())).contains(token("another's"));
    assertThat(tokens().find(someUser(), Deadlines.ample())).isEmpty();
  }

  @Test
  default void deletionOfAUserKeepsTheTokenThatIsThereAndRefusesAnother() {
    UserId user = someUser();
    tokens().keep(user, token("first"), Deadlines.ample());
    sessions().end(user, Deadlines.ample());

    assertThat(tokens().keep(user, token("second"), Deadlines.ample())).isFalse();
    assertThat(tokens().find(user, Deadlines.ample())).contains(token("first"));
  }

  private static ProviderToken token(String value) {
    return new ProviderToken(Provider.APPLE, "app.oddiya", value);
  }

  private static UserId someUser() {
    return new UserId(UUID.randomUUID().getMostSignificantBits() >>> 8 | 1);
  }
}
