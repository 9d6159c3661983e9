package app.oddiya.adapters.redis.identity;

import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.session.CodeChallenge;
import app.oddiya.domain.identity.session.CodeGrant;
import app.oddiya.domain.identity.session.PendingSignIn;
import app.oddiya.domain.identity.session.Secret;
import app.oddiya.domain.shared.UserId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// How the domain's values look in Redis: JSON with names of its own, so that renaming a component
/// in the domain does not sign everybody out. A field may be added if it can be absent; the release
/// before passes over it.
final class Stored {

  private static final JsonMapper JSON = JsonMapper.shared();

  private Stored() {}

  private record SignIn(
      Provider provider,
      URI redirect,
      Optional<String> state,
      String challenge,
      String nonce,
      String verifier,
      Instant expires) {}

  private record Grant(long user, Provider provider, String challenge, Instant expires) {}

  static String write(PendingSignIn it) {
    return JSON.writeValueAsString(
        new SignIn(
            it.provider(),
            it.appRedirect(),
            it.appState(),
            it.challenge().value(),
            it.nonce().value(),
            it.verifier().value(),
            it.expiresAt()));
  }

  static PendingSignIn signIn(String json) {
    SignIn it = JSON.readValue(json, SignIn.class);
    return new PendingSignIn(
        it.provider,
        it.redirect,
        it.state,
        new CodeChallenge(it.challenge),
        new Secret(it.nonce),
        new Secret(it.verifier),
        it.expires);
  }

  static String write(CodeGrant it) {
    return JSON.writeValueAsString(
        new Grant(it.user().value(), it.provider(), it.challenge().value(), it.expiresAt()));
  }

  static CodeGrant grant(String json) {
    Grant it = JSON.readValue(json, Grant.class);
    return new CodeGrant(
        new UserId(it.user), it.provider, new CodeChallenge(it.challenge), it.expires);
  }
}
