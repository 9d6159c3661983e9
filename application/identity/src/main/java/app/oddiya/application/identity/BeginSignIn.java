package app.oddiya.application.identity;

import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.session.CodeChallenge;
import app.oddiya.domain.identity.session.IdentityProviders;
import app.oddiya.domain.identity.session.PendingSignIn;
import app.oddiya.domain.identity.session.Secret;
import app.oddiya.domain.identity.session.Sessions;
import app.oddiya.domain.shared.Deadline;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Sends a person to a provider, and remembers for which app.
public final class BeginSignIn {

  private final Sessions sessions;
  private final IdentityProviders providers;
  private final Set<String> appRedirects;
  private final Supplier<Secret> secrets;
  private final InstantSource clock;

  /// @param appRedirects where apps may ask to be answered; compared character by character
  public BeginSignIn(
      Sessions sessions,
      IdentityProviders providers,
      Set<String> appRedirects,
      Supplier<Secret> secrets,
      InstantSource clock) {
    this.sessions = sessions;
    this.providers = providers;
    this.appRedirects = Set.copyOf(appRedirects);
    this.secrets = secrets;
    this.clock = clock;
  }

  /// What an app asks for.
  public record Request(
      Provider provider, String appRedirect, CodeChallenge challenge, Optional<String> appState) {}

  /// What it gets.
  public sealed interface Outcome {

    /// The person has to visit this address within the time given.
    record Begun(URI authorizationUrl, Duration expiresIn) implements Outcome {}

    /// No app of ours is answered there. Nothing was begun and nobody may be sent there.
    record RedirectNotAllowed() implements Outcome {}
  }

  public Outcome begin(Request request, Deadline deadline) {
    if (!appRedirects.contains(request.appRedirect())) {
      return new Outcome.RedirectNotAllowed();
    }
    Secret state = secrets.get();
    var signIn =
        new PendingSignIn(
            request.provider(),
            URI.create(request.appRedirect()),
            request.appState(),
            request.challenge(),
            secrets.get(),
            secrets.get(),
            clock.instant().plus(PendingSignIn.LIFETIME));
    URI authorizationUrl =
        providers
            .of(request.provider())
            .authorizationUrl(state, signIn.nonce(), signIn.verifier(), deadline);
    sessions.begin(state, signIn, deadline);
    return new Outcome.Begun(authorizationUrl, PendingSignIn.LIFETIME);
  }
}
