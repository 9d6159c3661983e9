package app.oddiya.domain.identity.account;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import java.util.Optional;

/// The push service's list of devices.
public interface PushEndpoints {

  /// The endpoint of a token, enabled: the same one each time the same token is registered, even if
  /// pushes to it had been switched off in between.
  PushRegistration register(Platform platform, PushToken token, Deadline deadline);

  /// Forgets an endpoint; one that is not there is fine.
  void remove(PushEndpoint endpoint, Deadline deadline);

  /// All endpoints of a platform, by pages, in an order of the push service's own.
  Page<Known> list(Platform platform, Optional<Page.Cursor> after, Deadline deadline);

  /// @param enabled whether it is pushed to. The push service ends that by itself when a device has
  ///     not been reached: the app was removed, or its token has expired
  record Known(PushEndpoint endpoint, boolean enabled) {}
}
