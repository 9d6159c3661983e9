package app.oddiya.domain.identity.session;

import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everything between "sign in" and "sign out". What is taken is taken by one caller only, however
/// many ask at once; no state, nonce, code or token is kept in a form that could be used again.
///
/// Every method throws [app.oddiya.domain.shared.Unavailable] if it is not known what happened.
public interface Sessions {

  /// How long a deleted user is remembered as such: as long as an access token lives, and a minute
  /// for clocks that differ.
  Duration DELETION_REMEMBERED = AccessToken.LIFETIME.plusSeconds(60);

  /// Keeps a sign-in under its `state` until it expires.
  void begin(Secret state, PendingSignIn signIn, Deadline deadline);

  /// The sign-in of a `state`, once; empty if there is none, if it has been taken or has expired.
  Optional<PendingSignIn> takeSignIn(Secret state, Deadline deadline);

  /// Keeps a nonce, for a sign-in that a phone does by itself, until it expires.
  void offer(Secret nonce, Instant expiresAt, Deadline deadline);

  /// Whether a nonce was offered; true once.
  ///
  /// @param claimed the nonce itself or its SHA-256 in hexadecimal or base64url, since phones' own
  ///     sign-ins differ in what they are given; any other text is no nonce
  boolean takeNonce(String claimed, Deadline deadline);

  /// Keeps a grant under its code until it expires.
  void grant(Secret code, CodeGrant grant, Deadline deadline);

  /// The grant of a code to the holder of the verifier that belongs to its challenge. Asking takes
  /// the code, whatever the answer: a wrong verifier or provider burns it.
  Optional<CodeGrant> redeem(
      Secret code, Provider provider, CodeVerifier verifier, Deadline deadline);

  /// Begins a family with its first token; empty if the user has been deleted.
  ///
  /// @param provider who vouched for the user
  Optional<Session> open(UserId user, Provider provider, RefreshToken first, Deadline deadline);

  /// Exchanges a token by the rules of [RefreshFamily], in one step.
  ///
  /// @param fresh becomes the successor's secret if there is to be a new one
  Exchange exchange(RefreshToken presented, Secret fresh, Deadline deadline);

  /// Ends the family of a token, whichever of its tokens this is. Wins against any exchange under
  /// way.
  void revoke(RefreshToken token, Deadline deadline);

  /// What a user has open, the oldest first.
  List<OpenSession> openOf(UserId user, Deadline deadline);

  /// Deletes a user: ends all families at once and keeps new ones from being opened for
  /// [#DELETION_REMEMBERED], so that nothing comes of a sign-in under way either. Doing it again
  /// changes nothing but the end of that time.
  void end(UserId user, Deadline deadline);
}
