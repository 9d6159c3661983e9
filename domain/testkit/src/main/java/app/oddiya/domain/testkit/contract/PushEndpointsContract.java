package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.identity.account.Platform;
import app.oddiya.domain.identity.account.PushEndpoint;
import app.oddiya.domain.identity.account.PushEndpoints;
import app.oddiya.domain.identity.account.PushEndpoints.Known;
import app.oddiya.domain.identity.account.PushRegistration;
import app.oddiya.domain.identity.account.PushToken;
import app.oddiya.domain.shared.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every [PushEndpoints] does.
public interface PushEndpointsContract {

  PushEndpoints endpoints();

  /// Switches an endpoint off, as the push service does by itself when a push to it bounces.
  void bounce(PushEndpoint endpoint);

  boolean isEnabled(PushEndpoint endpoint);

  boolean exists(PushEndpoint endpoint);

  @Test
  default void aTokenHasOneEndpoint() {
    PushToken token = freshToken();

    PushEndpoint first = accepted(Platform.IOS, token);
    PushEndpoint again = accepted(Platform.IOS, token);
    PushEndpoint other = accepted(Platform.IOS, freshToken());

    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
    assertThat(isEnabled(first)).isTrue();
  }

  @Test
  default void platformsAreKeptApart() {
    PushToken token = freshToken();

    assertThat(accepted(Platform.ANDROID, token)).isNotEqualTo(accepted(Platform.IOS, token));
  }

  @Test
  default void registeringSwitchesAnEndpointOnAgain() {
    PushToken token = freshToken();
    PushEndpoint endpoint = accepted(Platform.ANDROID, token);
    bounce(endpoint);

    assertThat(accepted(Platform.ANDROID, token)).isEqualTo(endpoint);

    assertThat(isEnabled(endpoint)).isTrue();
  }

  @Test
  default void aRemovedEndpointIsGoneAndCanBeRemovedAgain() {
    PushEndpoint endpoint = accepted(Platform.IOS, freshToken());

    endpoints().remove(endpoint, Deadlines.ample());
    endpoints().remove(endpoint, Deadlines.ample());

    assertThat(exists(endpoint)).isFalse();
  }

  @Test
  default void allEndpointsOfAPlatformAreListedWithWhatHasBecomeOfThem() {
    PushEndpoint well = accepted(Platform.IOS, freshToken());
    PushEndpoint bounced = accepted(Platform.IOS, freshToken());
    PushEndpoint removed = accepted(Platform.IOS, freshToken());
    PushEndpoint other = accepted(Platform.ANDROID, freshToken());
    bounce(bounced);
    endpoints().remove(removed, Deadlines.ample());

    List<Known> known = new ArrayList<>();
    Page.walk(
            (Optional<Page.Cursor> after) ->
                endpoints().list(Platform.IOS, after, Deadlines.ample()))
        .forEachRemaining(known::add);

    assertThat(known).contains(new Known(well, true), new Known(bounced, false));
    assertThat(known).extracting(Known::endpoint).doesNotContain(removed, other);
    assertThat(known).doesNotHaveDuplicates();
  }

  private PushEndpoint accepted(Platform platform, PushToken token) {
    PushRegistration registration = endpoints().register(platform, token, Deadlines.ample());
    assertThat(registration).isInstanceOf(PushRegistration.Accepted.class);
    return ((PushRegistration.Accepted) registration).endpoint();
  }

  /// 64 hexadecimal digits, which serve as a token of either platform.
  private static PushToken freshToken() {
    return new PushToken((UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", ""));
  }
}
