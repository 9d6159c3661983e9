package app.oddiya.adapters.redis.identity;

import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.session.CodeChallenge;
import app.oddiya.domain.identity.session.CodeGrant;
import app.oddiya.domain.identity.session.PendingSignIn;
import app.oddiya.domain.identity.session.RefreshFamily;
import app.oddiya.domain.identity.session.SealedToken;
import app.oddiya.domain.identity.session.Secret;
import app.oddiya.domain.identity.session.TokenHash;
import app.oddiya.domain.shared.UserId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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

  private record Family(
      long user, Instant begun, String current, Instant issued, Optional<Spent> spent) {}

  private record Spent(String token, Instant at, String successor) {}

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

  static String write(RefreshFamily it) {
    return JSON.writeValueAsString(
        new Family(
            it.user().value(),
            it.begun(),
            it.current().value(),
            it.issued(),
            it.spent()
                .map(
                    last -> new Spent(last.token().value(), last.at(), last.successor().value()))));
  }

  static RefreshFamily family(UUID id, String json) {
    Family it = JSON.readValue(json, Family.class);
    return new RefreshFamily(
        id,
        new UserId(it.user),
        it.begun,
        new TokenHash(it.current),
        it.issued,
        it.spent.map(
            last ->
                new RefreshFamily.Spent(
                    new TokenHash(last.token), last.at, new SealedToken(last.successor))));
  }
}
