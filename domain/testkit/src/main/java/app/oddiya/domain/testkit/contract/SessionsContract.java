package app.oddiya.domain.testkit.contract;

import static app.oddiya.domain.identity.session.Exchange.Reason.EXPIRED;
import static app.oddiya.domain.identity.session.Exchange.Reason.REUSED;
import static app.oddiya.domain.identity.session.Exchange.Reason.UNKNOWN;
import static app.oddiya.domain.identity.session.RefreshFamily.FAMILY_LIFETIME;
import static app.oddiya.domain.identity.session.RefreshFamily.GRACE;
import static app.oddiya.domain.identity.session.RefreshFamily.TOKEN_LIFETIME;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.session.CodeGrant;
import app.oddiya.domain.identity.session.CodeVerifier;
import app.oddiya.domain.identity.session.Exchange;
import app.oddiya.domain.identity.session.PendingSignIn;
import app.oddiya.domain.identity.session.RefreshToken;
import app.oddiya.domain.identity.session.Secret;
import app.oddiya.domain.identity.session.Session;
import app.oddiya.domain.identity.session.Sessions;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Secrets;
import app.oddiya.domain.testkit.story.Together;
import app.oddiya.domain.testkit.time.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// What every [Sessions] does.
public interface SessionsContract {

  UserId USER = new UserId(42);
  Duration A_MOMENT = Duration.ofMillis(1);

  /// The sessions under test; each call gives the same ones as another process would see them.
  Sessions sessions();

  /// The clock that [#sessions] goes by.
  SettableClock clock();

  // Sign-ins under way

  @Test
  default void aSignInIsTakenOnceAndComesBackAsItWas() {
    Secret state = Secrets.fresh();
    PendingSignIn signIn = pending(Optional.of("täg+&=% 한국"));
    sessions().begin(state, signIn, Deadlines.ample());

    assertThat(sessions().takeSignIn(state, Deadlines.ample())).contains(signIn);
    assertThat(sessions().takeSignIn(state, Deadlines.ample())).isEmpty();
  }

  @Test
  default void aSignInWithoutAnAppStateComesBackWithoutOne() {
    Secret state = Secrets.fresh();
    PendingSignIn signIn = pending(Optional.empty());
    sessions().begin(state, signIn, Deadlines.ample());

    assertThat(sessions().takeSignIn(state, Deadlines.ample())).contains(signIn);
  }

  @Test
  default void aStateThatNobodyBeganIsUnknown() {
    assertThat(sessions().takeSignIn(Secrets.fresh(), Deadlines.ample())).isEmpty();
  }

  @Test
  default void aSignInEndsAfterItsLifetime() {
    Secret state = Secrets.fresh();
    Secret other = Secrets.fresh();
    sessions().begin(state, pending(Optional.empty()), Deadlines.ample());
    sessions().begin(other, pending(Optional.empty()), Deadlines.ample());

    clock().advance(PendingSignIn.LIFETIME.minus(A_MOMENT));
    assertThat(sessions().takeSignIn(state, Deadlines.ample())).isPresent();
    clock().advance(A_MOMENT);
    assertThat(sessions().takeSignIn(other, Deadlines.ample())).isEmpty();
  }

  @Test
  default void ofManyWhoTakeASignInOneGetsIt() {
    Secret state = Secrets.fresh();
    sessions().begin(state, pending(Optional.empty()), Deadlines.ample());

    List<Optional<PendingSignIn>> taken =
        Together.run(16, () -> sessions().takeSignIn(state, Deadlines.ample()));

    assertThat(taken).filteredOn(Optional::isPresent).hasSize(1);
  }

  // Codes

  @Test
  default void aCodeIsRedeemedOnceByItsVerifier() {
    CodeVerifier verifier = Secrets.freshVerifier();
    Secret code = Secrets.fresh();
    CodeGrant grant = grant(verifier);
    sessions().grant(code, grant, Deadlines.ample());

    assertThat(redeem(code, verifier)).contains(grant);
    assertThat(redeem(code, verifier)).isEmpty();
  }

  @Test
  default void aWrongVerifierBurnsTheCode() {
    CodeVerifier verifier = Secrets.freshVerifier();
    Secret code = Secrets.fresh();
    sessions().grant(code, grant(verifier), Deadlines.ample());

    assertThat(redeem(code, new CodeVerifier("ü"))).isEmpty();
    assertThat(redeem(code, verifier)).isEmpty();
  }

  @Test
  default void aChallengeIsNotItsOwnVerifier() {
    CodeVerifier verifier = Secrets.freshVerifier();
    Secret code = Secrets.fresh();
    sessions().grant(code, grant(verifier), Deadlines.ample());

    assertThat(redeem(code, new CodeVerifier(Secrets.challengeOf(verifier).value()))).isEmpty();
  }

  @Test
  default void anotherProvidersDoorBurnsTheCode() {
    CodeVerifier verifier = Secrets.freshVerifier();
    Secret code = Secrets.fresh();
    sessions().grant(code, grant(verifier), Deadlines.ample());

    assertThat(sessions().redeem(code, Provider.APPLE, verifier, Deadlines.ample())).isEmpty();
    assertThat(redeem(code, verifier)).isEmpty();
  }

  @Test
  default void aCodeEndsAfterItsLifetime() {
    CodeVerifier verifier = Secrets.freshVerifier();
    Secret code = Secrets.fresh();
    Secret other = Secrets.fresh();
    sessions().grant(code, grant(verifier), Deadlines.ample());
    sessions().grant(other, grant(verifier), Deadlines.ample());

    clock().advance(CodeGrant.LIFETIME.minus(A_MOMENT));
    assertThat(redeem(code, verifier)).isPresent();
    clock().advance(A_MOMENT);
    assertThat(redeem(other, verifier)).isEmpty();
  }

  @Test
  default void ofManyWhoRedeemACodeOneSucceeds() {
    CodeVerifier verifier = Secrets.freshVerifier();
    Secret code = Secrets.fresh();
    sessions().grant(code, grant(verifier), Deadlines.ample());

    List<Optional<CodeGrant>> redeemed = Together.run(16, () -> redeem(code, verifier));

    assertThat(redeemed).filteredOn(Optional::isPresent).hasSize(1);
  }

  // Refresh tokens

  @Test
  default void aTokenIsExchangedForASuccessorOfTheSameFamily() {
    Session first = open();
    Secret fresh = Secrets.fresh();

    Exchange exchange = sessions().exchange(first.token(), fresh, Deadlines.ample());

    assertThat(exchange)
        .isEqualTo(
            new Exchange.Continued(
                new Session(
                    USER,
                    new RefreshToken(first.token().family(), fresh),
                    clock().instant(),
                    clock().instant().plus(TOKEN_LIFETIME))));
  }

  @Test
  default void fiftyExchangesAtOnceGiveOneSuccessor() {
    Session first = open();

    List<Exchange> exchanges = Together.run(50, () -> exchange(first.token()));

    assertThat(exchanges).hasSize(50).containsOnly(exchanges.getFirst());
    assertThat(exchanges.getFirst()).isInstanceOf(Exchange.Continued.class);
    assertThat(exchange(continued(exchanges.getFirst()).token()))
        .isInstanceOf(Exchange.Continued.class);
  }

  @Test
  default void aRetryWithinTheGraceGivesTheSameSuccessor() {
    Session first = open();
    Session second = continued(exchange(first.token()));

    clock().advance(GRACE.minus(A_MOMENT));

    assertThat(continued(exchange(first.token()))).isEqualTo(second);
  }

  @Test
  default void aRetryAfterTheGraceRevokesTheFamily() {
    Session first = open();
    Session second = continued(exchange(first.token()));

    clock().advance(GRACE);

    assertThat(exchange(first.token())).isEqualTo(new Exchange.Refused(REUSED));
    assertThat(exchange(second.token())).isEqualTo(new Exchange.Refused(UNKNOWN));
  }

  @Test
  default void aRetryAfterTheSuccessorWasSpentRevokesTheFamily() {
    Session first = open();
    Session second = continued(exchange(first.token()));
    Session third = continued(exchange(second.token()));

    assertThat(exchange(first.token())).isEqualTo(new Exchange.Refused(REUSED));
    assertThat(exchange(third.token())).isEqualTo(new Exchange.Refused(UNKNOWN));
  }

  @Test
  default void anAncestorIsKnownHoweverLongAgoItWasSpent() {
    Session first = open();
    Session last = first;
    for (int i = 0; i < 5; i++) {
      clock().advance(Duration.ofDays(10));
      last = continued(exchange(last.token()));
    }

    assertThat(exchange(first.token())).isEqualTo(new Exchange.Refused(REUSED));
    assertThat(exchange(last.token())).isEqualTo(new Exchange.Refused(UNKNOWN));
  }

  @Test
  default void aGuessedSecretOfAKnownFamilyRevokesIt() {
    Session first = open();

    assertThat(exchange(new RefreshToken(first.token().family(), Secrets.fresh())))
        .isEqualTo(new Exchange.Refused(REUSED));
    assertThat(exchange(first.token())).isEqualTo(new Exchange.Refused(UNKNOWN));
  }

  @Test
  default void aTokenThatNobodyIssuedIsUnknown() {
    assertThat(exchange(freshToken())).isEqualTo(new Exchange.Refused(UNKNOWN));
  }

  @Test
  default void aTokenEndsAfterItsLifetime() {
    Session first = open();
    Session other = open();

    clock().advance(TOKEN_LIFETIME.minus(A_MOMENT));
    assertThat(exchange(other.token())).isInstanceOf(Exchange.Continued.class);
    clock().advance(A_MOMENT);
    assertThat(exchange(first.token())).isEqualTo(new Exchange.Refused(EXPIRED));
  }

  @Test
  default void aFamilyEndsAfterItsLifetimeHoweverBusyItIs() {
    Session session = open();
    Instant end = clock().instant().plus(FAMILY_LIFETIME);
    for (int i = 0; i < 8; i++) {
      clock().advance(Duration.ofDays(11));
      session = continued(exchange(session.token()));
    }

    assertThat(session.expiresAt()).isEqualTo(end);
    clock().set(end);
    assertThat(exchange(session.token())).isEqualTo(new Exchange.Refused(EXPIRED));
  }

  @Test
  default void anyTokenOfAFamilyRevokesIt() {
    Session first = open();
    Session second = continued(exchange(first.token()));
    Session other = open();

    sessions().revoke(first.token(), Deadlines.ample());
    sessions().revoke(first.token(), Deadlines.ample());

    assertThat(exchange(second.token())).isEqualTo(new Exchange.Refused(UNKNOWN));
    assertThat(exchange(other.token())).isInstanceOf(Exchange.Continued.class);
  }

  @Test
  default void revocationWinsAnyRaceWithAnExchange() {
    for (int round = 0; round < 20; round++) {
      Session first = open();

      var revoked = new AtomicBoolean();
      List<Optional<Exchange>> answers =
          Together.run(
              4,
              () -> {
                if (revoked.compareAndSet(false, true)) {
                  sessions().revoke(first.token(), Deadlines.ample());
                  return Optional.empty();
                }
                return Optional.of(exchange(first.token()));
              });

      assertThat(answers).filteredOn(Optional::isEmpty).hasSize(1);
      answers.stream()
          .flatMap(Optional::stream)
          .filter(Exchange.Continued.class::isInstance)
          .forEach(
              given ->
                  assertThat(exchange(continued(given).token()))
                      .isEqualTo(new Exchange.Refused(UNKNOWN)));
    }
  }

  private PendingSignIn pending(Optional<String> appState) {
    return new PendingSignIn(
        Provider.APPLE,
        URI.create("oddiya://auth/callback"),
        appState,
        Secrets.challengeOf(Secrets.freshVerifier()),
        Secrets.fresh(),
        Secrets.fresh(),
        clock().instant().plus(PendingSignIn.LIFETIME));
  }

  private CodeGrant grant(CodeVerifier verifier) {
    return new CodeGrant(
        USER,
        Provider.GOOGLE,
        Secrets.challengeOf(verifier),
        clock().instant().plus(CodeGrant.LIFETIME));
  }

  private Optional<CodeGrant> redeem(Secret code, CodeVerifier verifier) {
    return sessions().redeem(code, Provider.GOOGLE, verifier, Deadlines.ample());
  }

  private Session open() {
    return sessions().open(USER, freshToken(), Deadlines.ample());
  }

  private Exchange exchange(RefreshToken token) {
    return sessions().exchange(token, Secrets.fresh(), Deadlines.ample());
  }

  private static RefreshToken freshToken() {
    return new RefreshToken(UUID.randomUUID(), Secrets.fresh());
  }

  private static Session continued(Exchange exchange) {
    assertThat(exchange).isInstanceOf(Exchange.Continued.class);
    return ((Exchange.Continued) exchange).session();
  }
}
