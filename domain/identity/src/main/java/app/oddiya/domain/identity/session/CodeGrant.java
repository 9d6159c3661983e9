package app.oddiya.domain.identity.session;

import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;

/// A person has proved who they are, and the app that sent them has yet to fetch the tokens with
/// the code it was given: once, within [#LIFETIME], by the verifier of its challenge.
public record CodeGrant(
    UserId user, Provider provider, CodeChallenge challenge, Instant expiresAt) {

  public static final Duration LIFETIME = Duration.ofSeconds(60);
}
