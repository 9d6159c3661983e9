package app.oddiya.application.identity;

import app.oddiya.domain.identity.account.DisplayName;
import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.account.ProviderProfile;
import app.oddiya.domain.identity.session.CodeGrant;
import app.oddiya.domain.identity.session.Confirmation;
import app.oddiya.domain.identity.session.IdentityProvider;
import app.oddiya.domain.identity.session.IdentityProviders;
import app.oddiya.domain.identity.session.PendingSignIn;
import app.oddiya.domain.identity.session.Secret;
import app.oddiya.domain.identity.session.Sessions;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Takes a person back from a provider: finds or makes the account and gives the app that began a
/// code of ours to fetch its tokens with.
public final class ReceiveProviderCallback {

  /// RFC 6749, section 4.1.2.1: all that an app may be told.
  private static final Set<String> ERRORS =
      Set.of(
          "invalid_request",
          "unauthorized_client",
          "access_denied",
          "unsupported_response_type",
          "invalid_scope",
          "server_error",
          "temporarily_unavailable");

  private final Sessions sessions;
  private final IdentityProviders providers;
  private final AdmitPerson admitPerson;
  private final Supplier<Secret> secrets;
  private final InstantSource clock;

  public ReceiveProviderCallback(
      Sessions sessions,
      IdentityProviders providers,
      AdmitPerson admitPerson,
      Supplier<Secret> secrets,
      InstantSource clock) {
    this.sessions = sessions;
    this.providers = providers;
    this.admitPerson = admitPerson;
    this.secrets = secrets;
    this.clock = clock;
  }

  /// What came back with the person.
  ///
  /// @param issuer RFC 9207's `iss`, where the provider sends it
  /// @param name Apple's, told beside the ID token and only once; nothing but a name is believed of
  ///     what passes through a browser
  public record Callback(
      Provider provider,
      String state,
      Optional<String> issuer,
      Answer answer,
      Optional<DisplayName> name) {}

  /// What the provider says.
  public sealed interface Answer {

    record Code(String value) implements Answer {}

    record Error(String value) implements Answer {}
  }

  /// What is to happen.
  public sealed interface Outcome {

    /// The person goes back to the app with a code.
    record SignedIn(AppAnswer.Code answer) implements Outcome {}

    /// The person goes back to the app with an error.
    ///
    /// @param why for the log
    record Declined(AppAnswer.Error answer, String why) implements Outcome {}

    /// Nobody here began this, or it has ended: there is no app to go back to.
    record UnknownState() implements Outcome {}

    /// The answer comes from another provider than the one that was asked. The sign-in is over.
    record MixedUp() implements Outcome {}
  }

  public Outcome receive(Callback callback, Deadline deadline) {
    Optional<PendingSignIn> pending =
        Secret.parse(callback.state()).flatMap(state -> sessions.takeSignIn(state, deadline));
    if (pending.isEmpty()) {
      return new Outcome.UnknownState();
    }
    PendingSignIn signIn = pending.get();
    IdentityProvider provider = providers.of(signIn.provider());
    if (signIn.provider() != callback.provider()
        || callback.issuer().filter(issuer -> !issuer.equals(provider.issuer())).isPresent()) {
      return new Outcome.MixedUp();
    }
    return switch (callback.answer()) {
      case Answer.Error error -> declined(signIn, errorForApp(error.value()), "provider's answer");
      case Answer.Code code -> confirm(signIn, provider, code, callback.name(), deadline);
    };
  }

  private Outcome confirm(
      PendingSignIn signIn,
      IdentityProvider provider,
      Answer.Code code,
      Optional<DisplayName> name,
      Deadline deadline) {
    // An outage is told to the app and not as a problem document: the person sits in a browser that
    // only the app can bring to an end.
    try {
      return switch (provider.confirm(code.value(), signIn.nonce(), signIn.verifier(), deadline)) {
        case Confirmation.Refused refused -> declined(signIn, "access_denied", refused.why());
        case Confirmation.Confirmed confirmed -> welcome(signIn, confirmed, name, deadline);
      };
    } catch (Unavailable outage) {
      return declined(signIn, "temporarily_unavailable", String.valueOf(outage.getMessage()));
    }
  }

  private Outcome welcome(
      PendingSignIn signIn,
      Confirmation.Confirmed confirmed,
      Optional<DisplayName> name,
      Deadline deadline) {
    ProviderProfile person = confirmed.profile().orNamed(name);
    return switch (admitPerson.admit(person, confirmed.token(), deadline)) {
      case AdmitPerson.Outcome.TooMany _ ->
          declined(signIn, "temporarily_unavailable", "too many sign-ins to this account");
      case AdmitPerson.Outcome.Admitted(UserId user) -> granted(signIn, user, deadline);
    };
  }

  private Outcome granted(PendingSignIn signIn, UserId user, Deadline deadline) {
    Secret code = secrets.get();
    sessions.grant(
        code,
        new CodeGrant(
            user, signIn.provider(), signIn.challenge(), clock.instant().plus(CodeGrant.LIFETIME)),
        deadline);
    return new Outcome.SignedIn(new AppAnswer.Code(signIn.appRedirect(), signIn.appState(), code));
  }

  private static Outcome declined(PendingSignIn signIn, String error, String why) {
    return new Outcome.Declined(
        new AppAnswer.Error(signIn.appRedirect(), signIn.appState(), error), why);
  }

  /// The provider's word if it is one of the standard's; Apple's for "changed their mind"; else
  /// only that it went wrong.
  private static String errorForApp(String error) {
    if (error.equals("user_cancelled_authorize")) {
      return "access_denied";
    }
    return ERRORS.contains(error) ? error : "server_error";
  }
}
