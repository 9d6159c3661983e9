package app.oddiya.application.identity;

import app.oddiya.domain.identity.account.DisplayName;
import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.account.ProviderProfile;
import app.oddiya.domain.identity.session.Confirmation;
import app.oddiya.domain.identity.session.IdentityProvider;
import app.oddiya.domain.identity.session.IdentityProviders;
import app.oddiya.domain.identity.session.NativeConfirmation;
import app.oddiya.domain.identity.session.ProviderToken;
import app.oddiya.domain.identity.session.RefreshToken;
import app.oddiya.domain.identity.session.Secret;
import app.oddiya.domain.identity.session.Sessions;
import app.oddiya.domain.identity.session.TokenSigner;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Signs in somebody who has signed in on a phone: the provider's ID token, made for an app of ours
/// and carrying a nonce of ours, for tokens of ours (RFC 8693).
public final class ExchangeIdToken {

  private final IdentityProviders providers;
  private final Sessions sessions;
  private final AdmitPerson admitPerson;
  private final TokenSigner signer;
  private final Supplier<UUID> families;
  private final Supplier<Secret> secrets;
  private final InstantSource clock;

  public ExchangeIdToken(
      IdentityProviders providers,
      Sessions sessions,
      AdmitPerson admitPerson,
      TokenSigner signer,
      Supplier<UUID> families,
      Supplier<Secret> secrets,
      InstantSource clock) {
    this.providers = providers;
    this.sessions = sessions;
    this.admitPerson = admitPerson;
    this.signer = signer;
    this.families = families;
    this.secrets = secrets;
    this.clock = clock;
  }

  /// What an app brings.
  ///
  /// @param code the provider's, given beside the ID token; for a token to be revoked some day
  /// @param name Apple's, told to the app once and not by the ID token
  public record Request(String idToken, Optional<String> code, Optional<DisplayName> name) {}

  /// What comes of it.
  public sealed interface Outcome {

    record SignedIn(Tokens tokens) implements Outcome {}

    /// @param why for the log; says nothing of the person and holds no token
    record Refused(String why) implements Outcome {}

    record TooMany(Duration retryAfter) implements Outcome {}
  }

  public Outcome exchange(Request request, Deadline deadline) {
    for (Provider one : Provider.values()) {
      IdentityProvider provider = providers.of(one);
      switch (provider.confirmNative(request.idToken(), deadline)) {
        case NativeConfirmation.NotOurs() -> {
          // Perhaps the next one's.
        }
        case NativeConfirmation.Refused(String why) -> {
          return new Outcome.Refused(why);
        }
        case NativeConfirmation.Confirmed confirmed -> {
          return signIn(provider, confirmed, request, deadline);
        }
      }
    }
    return new Outcome.Refused("no ID token of a provider of ours");
  }

  private Outcome signIn(
      IdentityProvider provider,
      NativeConfirmation.Confirmed confirmed,
      Request request,
      Deadline deadline) {
    if (!sessions.takeNonce(confirmed.nonce(), deadline)) {
      return new Outcome.Refused("no nonce of ours, or one that was used or has expired");
    }
    Optional<ProviderToken> token = Optional.empty();
    if (request.code().isPresent()) {
      switch (provider.redeemNative(request.code().get(), confirmed.client(), deadline)) {
        case Confirmation.Refused refused -> {
          return new Outcome.Refused(refused.why());
        }
        case Confirmation.Confirmed other -> {
          if (!other.profile().identity().equals(confirmed.profile().identity())) {
            return new Outcome.Refused("the code is another person's");
          }
          token = other.token();
        }
      }
    }
    ProviderProfile person =
        provider.provider() == Provider.APPLE
            ? confirmed.profile().orNamed(request.name())
            : confirmed.profile();
    return switch (admitPerson.admit(person, token, deadline)) {
      case AdmitPerson.Outcome.TooMany(Duration retryAfter) -> new Outcome.TooMany(retryAfter);
      case AdmitPerson.Outcome.Admitted(UserId user) -> open(user, provider.provider(), deadline);
    };
  }

  private Outcome open(UserId user, Provider provider, Deadline deadline) {
    var first = new RefreshToken(families.get(), secrets.get());
    return sessions
        .open(user, provider, first, deadline)
        .<Outcome>map(session -> new Outcome.SignedIn(Tokens.of(session, signer, clock.instant())))
        .orElseGet(() -> new Outcome.Refused("the account has just been deleted"));
  }
}
