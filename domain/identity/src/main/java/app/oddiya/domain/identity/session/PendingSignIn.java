package app.oddiya.domain.identity.session;

import app.oddiya.domain.identity.account.Provider;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A person has been sent to a provider and has not come back yet. It is found by the `state` that
/// went along, once, within [#LIFETIME].
///
/// @param appRedirect where the app wants the person back, one of the allowed addresses
/// @param appState the app's own, returned to it untouched
/// @param challenge binds the code that the app will get to the app that began
/// @param nonce must stand in the provider's ID token
/// @param verifier our half of PKCE towards the provider
public record PendingSignIn(
    Provider provider,
    URI appRedirect,
    Optional<String> appState,
    CodeChallenge challenge,
    Secret nonce,
    Secret verifier,
    Instant expiresAt) {

  public static final Duration LIFETIME = Duration.ofMinutes(10);
}
