package app.oddiya.domain.testkit.contract;

import static app.oddiya.domain.identity.session.Exchange.Reason.EXPIRED;
import static app.oddiya.domain.identity.session.Exchange.Reason.REUSED;
import static app.oddiya.domain.identity.session.Exchange.Reason.UNKNOWN;
import static app.oddiya.domain.identity.session.RefreshFamily.FAMILY_LIFETIME;
import static app.oddiya.domain.identity.session.RefreshFamily.GRACE;
import static app.oddiya.domain.identity.session.RefreshFamily.TOKEN_LIFETIME;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.session.CodeChallenge;
import app.oddiya.domain.identity.session.CodeGrant;
import app.oddiya.domain.identity.session.CodeVerifier;
import app.oddiya.domain.identity.session.Exchange;
import app.oddiya.domain.identity.session.OpenSession;
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
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// What every [Sessions] does.
public interface SessionsContract {

  UserId USER = new UserId(42);
  Duration A_MOMENT = Duration.ofMillis(1);
  Duration A_WHILE = Duration.ofMinutes(10);

  /// How a nonce may come back: as it was given, or by its hash.
  List<UnaryOperator<String>> NONCE_FORMS =
      List.of(
          nonce -> nonce,
          Secrets::sha256Hex,
          nonce -> Secrets.sha256Hex(nonce).toUpperCase(Locale.ROOT),
          nonce -> Secrets.challengeOf(new CodeVerifier(nonce)).value());

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

  // Nonces

  @Test
  default void aNonceIsTakenOnceAsItIsOrByItsHash() {
    for (UnaryOperator<String> form : NONCE_FORMS) {
      Secret nonce = Secrets.fresh();
      sessions().offer(nonce, clock().instant().plus(A_WHILE), Deadlines.ample());

      assertThat(sessions().takeNonce(form.apply(nonce.value()), Deadlines.ample())).isTrue();
      for (UnaryOperator<String> again : NONCE_FORMS) {
        assertThat(sessions().takeNonce(again.apply(nonce.value()), Deadlines.ample())).isFalse();
      }
    }
  }

  @Test
  default void aNonceThatNobodyOfferedIsUnknown() {
    for (String claimed :
        List.of("", "x", Secrets.fresh().value(), "0".repeat(64), "ü".repeat(43), "a\u0000b")) {
      assertThat(sessions().takeNonce(claimed, Deadlines.ample())).isFalse();
    }
  }

  @Test
  default void aNonceEndsAfterItsTime() {
    Secret nonce = Secrets.fresh();
    Secret other = Secrets.fresh();
    sessions().offer(nonce, clock().instant().plus(A_WHILE), Deadlines.ample());
    sessions().offer(other, clock().instant().plus(A_WHILE), Deadlines.ample());

    clock().advance(A_WHILE.minus(A_MOMENT));
    assertThat(sessions().takeNonce(nonce.value(), Deadlines.ample())).isTrue();
    clock().advance(A_MOMENT);
    assertThat(sessions().takeNonce(other.value(), Deadlines.ample())).isFalse();
  }

  @Test
  default void ofManyWhoTakeANonceOneGetsIt() {
    Secret nonce = Secrets.fresh();
    sessions().offer(nonce, clock().instant().plus(A_WHILE), Deadlines.ample());

    List<Boolean> taken =
        Together.run(16, () -> sessions().takeNonce(nonce.value(), Deadlines.ample()));

    assertThat(taken).filteredOn(one -> one).hasSize(1);
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

  /// The example of RFC 7636, appendix B.
  @Test
  default void theChallengeIsTheStandards() {
    CodeVerifier verifier = new CodeVerifier("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    Secret code = Secrets.fresh();
    var grant =
        new CodeGrant(
            USER,
            Provider.GOOGLE,
            new CodeChallenge("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"),
            clock().instant().plus(CodeGrant.LIFETIME));
    sessions().grant(code, grant, Deadlines.ample());

    assertThat(redeem(code, verifier)).contains(grant);
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

  @Test
  default void aRevokedFamilyIsNoLongerOpen() {
    UserId user = someUser();
    Session one = open(user);
    Session other = open(user);

    sessions().revoke(one.token(), Deadlines.ample());

    assertThat(openOf(user))
        .extracting(OpenSession::family)
        .containsExactly(other.token().family());
  }

  // What a user has

  @Test
  default void aUserSeesWhatIsOpenTheOldestFirst() {
    UserId user = someUser();
    Instant begun = clock().instant();
    Session first = open(user);
    clock().advance(Duration.ofDays(1));
    Session second =
        sessions()
            .open(user, Provider.APPLE, freshToken(), Deadlines.ample())
            .orElseThrow(AssertionError::new);
    clock().advance(Duration.ofDays(1));
    Session renewed = continued(exchange(first.token()));

    assertThat(openOf(user))
        .containsExactly(
            new OpenSession(
                first.token().family(),
                Provider.GOOGLE,
                begun,
                clock().instant(),
                renewed.expiresAt()),
            new OpenSession(
                second.token().family(),
                Provider.APPLE,
                begun.plus(Duration.ofDays(1)),
                begun.plus(Duration.ofDays(1)),
                second.expiresAt()));
    assertThat(openOf(someUser())).isEmpty();
  }

  @Test
  default void whatHasExpiredOrBeenReusedIsNotOpen() {
    UserId user = someUser();
    Session reused = open(user);
    exchange(continued(exchange(reused.token())).token());
    exchange(reused.token());
    open(user);
    clock().advance(TOKEN_LIFETIME);
    Session last = open(user);

    assertThat(openOf(user)).extracting(OpenSession::family).containsExactly(last.token().family());
  }

  // Deletion

  @Test
  default void deletionEndsAllSessionsOfOneUser() {
    UserId user = someUser();
    Session phone = continued(exchange(open(user).token()));
    Session tablet = open(user);
    Session stranger = open(someUser());

    sessions().end(user, Deadlines.ample());
    sessions().end(user, Deadlines.ample());

    assertThat(exchange(phone.token())).isEqualTo(new Exchange.Refused(UNKNOWN));
    assertThat(exchange(tablet.token())).isEqualTo(new Exchange.Refused(UNKNOWN));
    assertThat(openOf(user)).isEmpty();
    assertThat(exchange(stranger.token())).isInstanceOf(Exchange.Continued.class);
  }

  @Test
  default void nothingIsOpenedForADeletedUserAsLongAsOldTokensLive() {
    UserId user = someUser();
    sessions().end(user, Deadlines.ample());

    clock().advance(Sessions.DELETION_REMEMBERED.minus(A_MOMENT));
    assertThat(sessions().open(user, Provider.GOOGLE, freshToken(), Deadlines.ample())).isEmpty();
    assertThat(openOf(user)).isEmpty();
    clock().advance(A_MOMENT);
    assertThat(sessions().open(user, Provider.GOOGLE, freshToken(), Deadlines.ample())).isPresent();
  }

  @Test
  default void deletionWinsAnyRaceWithSignInsAndExchanges() {
    for (int round = 0; round < 20; round++) {
      UserId user = someUser();
      Session first = open(user);

      var turn = new AtomicInteger();
      List<Optional<Session>> given =
          Together.run(
              9,
              () ->
                  switch (turn.getAndIncrement() % 3) {
                    case 0 -> {
                      sessions().end(user, Deadlines.ample());
                      yield Optional.<Session>empty();
                    }
                    case 1 ->
                        sessions().open(user, Provider.GOOGLE, freshToken(), Deadlines.ample());
                    default ->
                        exchange(first.token()) instanceof Exchange.Continued(Session next)
                            ? Optional.of(next)
                            : Optional.<Session>empty();
                  });

      assertThat(openOf(user)).isEmpty();
      given.stream()
          .flatMap(Optional::stream)
          .forEach(
              session ->
                  assertThat(exchange(session.token())).isEqualTo(new Exchange.Refused(UNKNOWN)));
    }
  }

  private List<OpenSession> openOf(UserId user) {
    return sessions().openOf(user, Deadlines.ample());
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
    return open(USER);
  }

  private Session open(UserId user) {
    return sessions()
        .open(user, Provider.GOOGLE, freshToken(), Deadlines.ample())
        .orElseThrow(AssertionError::new);
  }

  private static UserId someUser() {
    return new UserId(UUID.randomUUID().getMostSignificantBits() >>> 8 | 1);
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
