package app.oddiya.domain.identity.session;

import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.util.Optional;

/// Everything between "sign in" and "sign out". What is taken is taken by one caller only, however
/// many ask at once; no state, code or token is kept in a form that could be used again.
///
/// Every method throws [app.oddiya.domain.shared.Unavailable] if it is not known what happened.
public interface Sessions {

  /// Keeps a sign-in under its `state` until it expires.
  void begin(Secret state, PendingSignIn signIn, Deadline deadline);

  /// The sign-in of a `state`, once; empty if there is none, if it has been taken or has expired.
  Optional<PendingSignIn> takeSignIn(Secret state, Deadline deadline);

  /// Keeps a grant under its code until it expires.
  void grant(Secret code, CodeGrant grant, Deadline deadline);

  /// The grant of a code to the holder of the verifier that belongs to its challenge. Asking takes
  /// the code, whatever the answer: a wrong verifier or provider burns it.
  Optional<CodeGrant> redeem(
      Secret code, Provider provider, CodeVerifier verifier, Deadline deadline);

  /// Begins a family with its first token.
  Session open(UserId user, RefreshToken first, Deadline deadline);

  /// Exchanges a token by the rules of [RefreshFamily], in one step.
  ///
  /// @param fresh becomes the successor's secret if there is to be a new one
  Exchange exchange(RefreshToken presented, Secret fresh, Deadline deadline);

  /// Ends the family of a token, whichever of its tokens this is. Wins against any exchange under
  /// way.
  void revoke(RefreshToken token, Deadline deadline);
}
