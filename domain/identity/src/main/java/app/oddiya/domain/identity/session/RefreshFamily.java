package app.oddiya.domain.identity.session;

import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// All refresh tokens that descend from one sign-in, of which one is current.
///
/// A family begins with its first token. Exchanging the current token makes its successor current.
/// For [#GRACE] the token just spent still gives that same successor, because its answer may have
/// been lost on the way, unless the successor has been spent by then. Any other token of the family
/// is one that somebody has copied: the family is revoked, which is to say forgotten, as it also is
/// when the user signs out, when its token is not used for [#TOKEN_LIFETIME], and after
/// [#FAMILY_LIFETIME] in any case (RFC 9700, section 4.14.2).
///
/// A store that decides in one step of its own is held to these rules by the contract of
/// [Sessions].
///
/// @param provider who vouched for the user
/// @param begun when the person signed in
/// @param issued when the current token was made
/// @param spent the token before; absent as long as the first is current
public record RefreshFamily(
    UUID id,
    UserId user,
    Provider provider,
    Instant begun,
    TokenHash current,
    Instant issued,
    Optional<Spent> spent) {

  public static final Duration TOKEN_LIFETIME = Duration.ofDays(14);
  public static final Duration FAMILY_LIFETIME = Duration.ofDays(90);
  public static final Duration GRACE = Duration.ofSeconds(10);

  /// The token that was exchanged last.
  ///
  /// @param successor the current token, readable by whoever still holds the spent one
  public record Spent(TokenHash token, Instant at, SealedToken successor) {}

  public static RefreshFamily begin(
      UUID id, UserId user, Provider provider, TokenHash first, Instant now) {
    return new RefreshFamily(id, user, provider, now, first, now, Optional.empty());
  }

  /// When the current token ends, and with it the family unless it is exchanged before.
  public Instant expiresAt() {
    return end(begun, issued);
  }

  /// When a family ends that began at one moment and whose current token was made at another.
  public static Instant end(Instant begun, Instant issued) {
    Instant byToken = issued.plus(TOKEN_LIFETIME);
    Instant byFamily = begun.plus(FAMILY_LIFETIME);
    return byToken.isBefore(byFamily) ? byToken : byFamily;
  }

  /// What a token is to its family at this moment.
  public Standing standing(TokenHash presented, Instant now) {
    if (!now.isBefore(expiresAt())) {
      return new Standing.Expired();
    }
    if (presented.equals(current)) {
      return new Standing.Current(this);
    }
    return spent
        .filter(last -> presented.equals(last.token()) && now.isBefore(last.at().plus(GRACE)))
        .<Standing>map(last -> new Standing.JustSpent(last.successor()))
        .orElseGet(Standing.Reused::new);
  }

  /// What a presented token may do.
  public sealed interface Standing {

    /// It may be exchanged.
    record Current(RefreshFamily family) implements Standing {

      /// The family after the exchange.
      public RefreshFamily rotate(TokenHash successor, SealedToken sealed, Instant now) {
        return new RefreshFamily(
            family.id,
            family.user,
            family.provider,
            family.begun,
            successor,
            now,
            Optional.of(new Spent(family.current, now, sealed)));
      }
    }

    /// It has been exchanged a moment ago and gives the same successor again.
    record JustSpent(SealedToken successor) implements Standing {}

    /// It is an ancestor, or no token of this family at all; either way the family's id is in the
    /// wrong hands.
    record Reused() implements Standing {}

    record Expired() implements Standing {}
  }
}
