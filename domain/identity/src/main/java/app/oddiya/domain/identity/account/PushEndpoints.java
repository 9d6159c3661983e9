package app.oddiya.domain.identity.account;

import app.oddiya.domain.shared.Deadline;

/// The push service's list of devices.
public interface PushEndpoints {

  /// The endpoint of a token, enabled: the same one each time the same token is registered, even if
  /// pushes to it had been switched off in between.
  PushRegistration register(Platform platform, PushToken token, Deadline deadline);

  /// Forgets an endpoint; one that is not there is fine.
  void remove(PushEndpoint endpoint, Deadline deadline);
}
