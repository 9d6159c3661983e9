package app.oddiya.adapters.http;

import app.oddiya.domain.shared.UserId;
import java.util.Optional;

/// The request that this process is busy answering, as far as calls to siblings repeat it: on whose
/// behalf, with which token, under which id.
///
/// It is bound to the code that answers a request ([#CURRENT]) and not handed through the ports,
/// because a port that reads a plan has no business with tokens. A thread started meanwhile does
/// not inherit it: bind it again there. Work without a request behind it (a queue's message) has
/// [#NONE].
///
/// @param user whom the call is for; becomes the `sub` of the internal token
/// @param accessToken the user's own access token, without `Bearer`
/// @param requestId sent on as `X-Request-Id`
public record Origin(
    Optional<UserId> user, Optional<String> accessToken, Optional<String> requestId) {

  /// No request is being answered.
  public static final Origin NONE =
      new Origin(Optional.empty(), Optional.empty(), Optional.empty());

  /// Bound by whoever begins the work: `ScopedValue.where(Origin.CURRENT, origin).run(..)`.
  public static final ScopedValue<Origin> CURRENT = ScopedValue.newInstance();

  /// Work done for `user` without a request of theirs, a queue's message for example.
  public static Origin of(UserId user) {
    return new Origin(Optional.of(user), Optional.empty(), Optional.empty());
  }

  /// The bound origin, or [#NONE].
  public static Origin current() {
    return CURRENT.orElse(NONE);
  }

  /// Never shows the token.
  @Override
  public String toString() {
    return "Origin[user=%s, requestId=%s]".formatted(user, requestId);
  }
}
