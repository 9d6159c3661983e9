package app.oddiya.adapters.web;

import app.oddiya.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Who may call a route.
public sealed interface Caller {

  /// Everybody, without a token.
  static Caller anyone() {
    return new Anyone();
  }

  /// A signed-in user, by their access token.
  static Caller user() {
    return new User();
  }

  /// These services, by their internal token. Its `sub`, if any, is the user acted for.
  static Caller internal(String... services) {
    return new Internal(Set.of(services), false);
  }

  /// These services on behalf of a user, whose own access token has to come along.
  static Caller internalForUser(String... services) {
    return new Internal(Set.of(services), true);
  }

  record Anyone() implements Caller {}

  record User() implements Caller {}

  /// @param forUser whether the user's access token is required, of the same `sub`
  record Internal(Set<String> services, boolean forUser) implements Caller {}

  /// What a call has proven about who makes it.
  ///
  /// @param service the sibling service, on internal routes
  /// @param issuedAt of the access token
  record Proof(
      Optional<UserId> user,
      Optional<String> accessToken,
      Optional<Instant> issuedAt,
      Optional<String> service) {

    static final Proof NONE =
        new Proof(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// As it stands in `routes.txt`.
  default String asText() {
    return switch (this) {
      case Anyone() -> "anyone";
      case User() -> "user";
      case Internal(var services, var forUser) ->
          "internal:" + String.join(",", new TreeSet<>(services)) + (forUser ? "+user" : "");
    };
  }
}
