package app.oddiya.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.memory.identity.MemoryDevices;
import app.oddiya.adapters.memory.identity.MemoryIdentityProvider;
import app.oddiya.adapters.memory.identity.MemoryProviderTokens;
import app.oddiya.adapters.memory.identity.MemoryPushEndpoints;
import app.oddiya.adapters.memory.identity.MemorySessions;
import app.oddiya.adapters.memory.identity.MemorySignInAttempts;
import app.oddiya.adapters.memory.identity.MemoryTokenSigner;
import app.oddiya.adapters.memory.identity.MemoryUsers;
import app.oddiya.adapters.memory.shared.MemoryTombstones;
import app.oddiya.domain.identity.account.DeviceId;
import app.oddiya.domain.identity.account.DisplayName;
import app.oddiya.domain.identity.account.LanguageTag;
import app.oddiya.domain.identity.account.Platform;
import app.oddiya.domain.identity.account.ProfileChange;
import app.oddiya.domain.identity.account.ProfileUpdate;
import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.account.ProviderProfile;
import app.oddiya.domain.identity.account.PushToken;
import app.oddiya.domain.identity.account.User;
import app.oddiya.domain.identity.session.AttemptLimit;
import app.oddiya.domain.identity.session.CodeVerifier;
import app.oddiya.domain.identity.session.Exchange;
import app.oddiya.domain.identity.session.IdentityProviders;
import app.oddiya.domain.identity.session.OpenSession;
import app.oddiya.domain.identity.session.Secret;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Persons;
import app.oddiya.domain.testkit.story.Secrets;
import app.oddiya.domain.testkit.time.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The story of identity: somebody signs in, becomes known, stays signed in, and leaves.
class SignInToSignOutTest {

  private static final String APP = "oddiya://auth/callback";

  private final SettableClock clock = new SettableClock();
  private final MemoryIdentityProvider google = new MemoryIdentityProvider(Provider.GOOGLE);
  private final MemoryIdentityProvider apple = new MemoryIdentityProvider(Provider.APPLE);
  private final IdentityProviders providers = new IdentityProviders(google, apple);
  private final MemoryUsers users = new MemoryUsers(clock);
  private final MemoryDevices devices = new MemoryDevices();
  private final MemoryPushEndpoints endpoints = new MemoryPushEndpoints();
  private final MemorySessions sessions = new MemorySessions(clock);
  private final MemoryTokenSigner signer = new MemoryTokenSigner();
  private final MemoryProviderTokens providerTokens = new MemoryProviderTokens(sessions);
  private final AdmitPerson admitPerson =
      new AdmitPerson(
          new MemorySignInAttempts(clock),
          Optional.of(new AttemptLimit(4, Duration.ofMinutes(10))),
          users,
          providerTokens,
          providers);

  private final BeginSignIn beginSignIn =
      new BeginSignIn(sessions, providers, Set.of(APP), Secrets::fresh, clock);
  private final ReceiveProviderCallback receiveCallback =
      new ReceiveProviderCallback(sessions, providers, admitPerson, Secrets::fresh, clock);
  private final RedeemCode redeemCode =
      new RedeemCode(sessions, signer, UUID::randomUUID, Secrets::fresh, clock);
  private final RefreshSession refreshSession =
      new RefreshSession(sessions, signer, Secrets::fresh, clock);
  private final RevokeSession revokeSession = new RevokeSession(sessions);
  private final IssueNonce issueNonce = new IssueNonce(sessions, Secrets::fresh, clock);
  private final ExchangeIdToken exchangeIdToken =
      new ExchangeIdToken(
          providers, sessions, admitPerson, signer, UUID::randomUUID, Secrets::fresh, clock);
  private final ForgetUser forgetUser = new ForgetUser(sessions, providerTokens, providers);
  private final ExportSessions exportSessions = new ExportSessions(sessions, providerTokens);

  @Test
  void somebodySignsInIsPushedToAndLeaves() {
    ProviderProfile jimin = Persons.somebody(Provider.GOOGLE);

    // The app begins, the person signs in at Google, the app fetches its tokens.
    Tokens tokens = signIn(google, jimin, Optional.empty());
    assertThat(tokens.refreshExpiresIn()).isEqualTo(Duration.ofDays(14));
    var me = new UserId(1);

    // The account is what Google said of the person; they prefer to be called otherwise.
    User profile = new ReadProfile(users).read(me, soon()).orElseThrow();
    assertThat(profile.email()).isEqualTo(jimin.email());
    ProfileUpdate update =
        new ChangeProfile(users)
            .change(
                me,
                new ProfileChange(
                    DisplayName.parse("Jimin"), LanguageTag.parse("en"), Optional.empty()),
                OptionalLong.of(profile.version()),
                soon());
    assertThat(update).isInstanceOf(ProfileUpdate.Done.class);

    // The phone wants to be told when a film is ready.
    var phone = new DeviceId("phone");
    new RegisterDevice(devices, endpoints)
        .register(me, phone, Platform.IOS, new PushToken("a1b2"), soon());
    assertThat(new ListDevices(users, devices).list(me, soon()))
        .singleElement()
        .satisfies(it -> assertThat(it.locale()).isEqualTo(new LanguageTag("en")));

    // Weeks pass, and the app keeps them signed in.
    for (int week = 1; week <= 4; week++) {
      clock.advance(Duration.ofDays(7));
      tokens = refreshed(tokens);
    }

    // They leave: pushes end, and the refresh token is worth nothing.
    new RemoveDevice(devices, endpoints, new MemoryTombstones()).remove(me, phone, soon());
    revokeSession.revoke(tokens.refresh().text(), soon());
    assertThat(new ListDevices(users, devices).list(me, soon())).isEmpty();
    assertThat(refreshSession.refresh(tokens.refresh().text(), soon()))
        .isEqualTo(new RefreshSession.Outcome.Refused(Exchange.Reason.UNKNOWN));
  }

  @Test
  void whoComesBackIsTheSamePersonAndWhoComesFromElsewhereIsNot() {
    ProviderProfile jimin = Persons.somebody(Provider.GOOGLE);

    signIn(google, jimin, Optional.empty());
    signIn(google, jimin, Optional.empty());
    signIn(apple, Persons.somebody(Provider.APPLE), Optional.empty());

    assertThat(users.find(new UserId(2), soon()).orElseThrow().identity().provider())
        .isEqualTo(Provider.APPLE);
    assertThat(users.find(new UserId(3), soon())).isEmpty();
  }

  @Test
  void theNameThatAppleTellsOnceIsKept() {
    ProviderProfile taciturn = Persons.taciturn(Persons.somebody(Provider.APPLE));

    signIn(apple, taciturn, DisplayName.parse("서연"));
    signIn(apple, taciturn, Optional.empty());

    assertThat(users.find(new UserId(1), soon()).orElseThrow().name())
        .isEqualTo(DisplayName.parse("서연"));
  }

  @Test
  void nobodyIsSentToAnAddressThatIsNotAnApps() {
    var request =
        new BeginSignIn.Request(
            Provider.GOOGLE,
            APP + "/../evil",
            Secrets.challengeOf(Secrets.freshVerifier()),
            Optional.empty());

    assertThat(beginSignIn.begin(request, soon()))
        .isEqualTo(new BeginSignIn.Outcome.RedirectNotAllowed());
  }

  @Test
  void anAnswerToNoQuestionOrToAnothersGoesNowhere() {
    URI page = begun(Provider.GOOGLE, Secrets.freshVerifier());
    var unknown = callback(google, Secrets.fresh().value(), "code");
    var misdirected = callback(apple, parameter(page, "state"), "code");

    assertThat(receiveCallback.receive(unknown, soon()))
        .isEqualTo(new ReceiveProviderCallback.Outcome.UnknownState());
    assertThat(receiveCallback.receive(misdirected, soon()))
        .isEqualTo(new ReceiveProviderCallback.Outcome.MixedUp());
    assertThat(receiveCallback.receive(misdirected, soon()))
        .isEqualTo(new ReceiveProviderCallback.Outcome.UnknownState());
  }

  @Test
  void anAnswerUnderAnotherIssuersNameGoesNowhere() {
    URI page = begun(Provider.GOOGLE, Secrets.freshVerifier());
    var mixedUp =
        new ReceiveProviderCallback.Callback(
            Provider.GOOGLE,
            parameter(page, "state"),
            Optional.of(apple.issuer()),
            new ReceiveProviderCallback.Answer.Code("code"),
            Optional.empty());

    assertThat(receiveCallback.receive(mixedUp, soon()))
        .isEqualTo(new ReceiveProviderCallback.Outcome.MixedUp());
  }

  @Test
  void theAppLearnsThatThePersonDeclinedAndNothingOfTheProvidersWords() {
    assertThat(errorAfter("access_denied")).isEqualTo("access_denied");
    assertThat(errorAfter("user_cancelled_authorize")).isEqualTo("access_denied");
    assertThat(errorAfter("<script>")).isEqualTo("server_error");
  }

  @Test
  void somebodySignsInOnThePhoneItselfAndDeletesTheAccount() {
    ProviderProfile seoyeon = Persons.taciturn(Persons.somebody(Provider.APPLE));
    Secret nonce = issueNonce.issue(soon()).nonce();
    var phone = apple.signInOnPhone(seoyeon, Secrets.sha256Hex(nonce.value()));
    var request =
        new ExchangeIdToken.Request(
            phone.idToken(), Optional.of(phone.code()), DisplayName.parse("서연"));

    Tokens tokens = signedIn(exchangeIdToken.exchange(request, soon()));
    var me = new UserId(1);
    assertThat(users.find(me, soon()).orElseThrow().name()).isEqualTo(DisplayName.parse("서연"));
    assertThat(exchangeIdToken.exchange(request, soon()))
        .isInstanceOf(ExchangeIdToken.Outcome.Refused.class);

    // What is held of them can be had, and holds no secret.
    ExportSessions.Held held = exportSessions.export(me, soon());
    assertThat(held.sessions()).extracting(OpenSession::provider).containsExactly(Provider.APPLE);
    assertThat(held.tokenOf()).contains(Provider.APPLE);

    // They delete the account while Apple does not answer: here it is over at once, and Apple is
    // told when it can be.
    apple.down(true);
    assertThatThrownBy(() -> forgetUser.forget(me, soon())).isInstanceOf(Unavailable.class);
    assertThat(refreshSession.refresh(tokens.refresh().text(), soon()))
        .isEqualTo(new RefreshSession.Outcome.Refused(Exchange.Reason.UNKNOWN));
    apple.down(false);
    forgetUser.forget(me, soon());
    forgetUser.forget(me, soon());
    assertThat(apple.revoked()).hasSize(1);
    assertThat(exportSessions.export(me, soon()))
        .isEqualTo(new ExportSessions.Held(List.of(), Optional.empty()));
  }

  @Test
  void anotherPersonsCodeIsNotTakenForATokenOfThisOne() {
    Secret nonce = issueNonce.issue(soon()).nonce();
    var mine = apple.signInOnPhone(Persons.somebody(Provider.APPLE), nonce.value());
    var anothers = apple.signInOnPhone(Persons.somebody(Provider.APPLE), "x");

    assertThat(
            exchangeIdToken.exchange(
                new ExchangeIdToken.Request(
                    mine.idToken(), Optional.of(anothers.code()), Optional.empty()),
                soon()))
        .isInstanceOf(ExchangeIdToken.Outcome.Refused.class);
    assertThat(users.find(new UserId(1), soon())).isEmpty();
  }

  @Test
  void whoSignsInWhileTheirAccountIsBeingDeletedStaysOut() {
    ProviderProfile seoyeon = Persons.somebody(Provider.APPLE);
    CodeVerifier verifier = Secrets.freshVerifier();
    String code = codeFor(apple, seoyeon, Optional.empty(), verifier);
    forgetUser.forget(new UserId(1), soon());

    assertThat(redeemCode.redeem(Provider.APPLE, code, verifier, soon())).isEmpty();
    Secret nonce = issueNonce.issue(soon()).nonce();
    var phone = apple.signInOnPhone(seoyeon, nonce.value());
    assertThat(
            exchangeIdToken.exchange(
                new ExchangeIdToken.Request(
                    phone.idToken(), Optional.of(phone.code()), Optional.empty()),
                soon()))
        .isInstanceOf(ExchangeIdToken.Outcome.Refused.class);
    // The token that came too late to be kept has been revoked like the first.
    assertThat(apple.revoked()).hasSize(2);
  }

  @Test
  void anAccountCanBeSignedInToOnlySoOften() {
    ProviderProfile jimin = Persons.somebody(Provider.GOOGLE);
    for (int i = 0; i < 4; i++) {
      signIn(google, jimin, Optional.empty());
    }
    clock.advance(Duration.ofMinutes(4));

    URI page = begun(Provider.GOOGLE, Secrets.freshVerifier());
    var callback = callback(google, parameter(page, "state"), google.signIn(page, jimin));
    assertThat(receiveCallback.receive(callback, soon()))
        .isInstanceOfSatisfying(
            ReceiveProviderCallback.Outcome.Declined.class,
            declined -> assertThat(declined.answer().error()).isEqualTo("temporarily_unavailable"));
    Secret nonce = issueNonce.issue(soon()).nonce();
    var phone = google.signInOnPhone(jimin, nonce.value());
    assertThat(
            exchangeIdToken.exchange(
                new ExchangeIdToken.Request(phone.idToken(), Optional.empty(), Optional.empty()),
                soon()))
        .isEqualTo(new ExchangeIdToken.Outcome.TooMany(Duration.ofMinutes(6)));
    signIn(google, Persons.somebody(Provider.GOOGLE), Optional.empty());
  }

  private static Tokens signedIn(ExchangeIdToken.Outcome outcome) {
    assertThat(outcome).isInstanceOf(ExchangeIdToken.Outcome.SignedIn.class);
    return ((ExchangeIdToken.Outcome.SignedIn) outcome).tokens();
  }

  private String errorAfter(String providersWord) {
    URI page = begun(Provider.GOOGLE, Secrets.freshVerifier());
    var declined =
        new ReceiveProviderCallback.Callback(
            Provider.GOOGLE,
            parameter(page, "state"),
            Optional.empty(),
            new ReceiveProviderCallback.Answer.Error(providersWord),
            Optional.empty());
    var outcome =
        (ReceiveProviderCallback.Outcome.Declined) receiveCallback.receive(declined, soon());
    assertThat(outcome.answer().state()).contains("the app's own");
    return outcome.answer().error();
  }

  private Tokens signIn(
      MemoryIdentityProvider provider, ProviderProfile person, Optional<DisplayName> name) {
    CodeVerifier verifier = Secrets.freshVerifier();
    String code = codeFor(provider, person, name, verifier);
    return redeemCode.redeem(provider.provider(), code, verifier, soon()).orElseThrow();
  }

  private String codeFor(
      MemoryIdentityProvider provider,
      ProviderProfile person,
      Optional<DisplayName> name,
      CodeVerifier verifier) {
    URI page = begun(provider.provider(), verifier);
    String providersCode = provider.signIn(page, person);
    var callback =
        new ReceiveProviderCallback.Callback(
            provider.provider(),
            parameter(page, "state"),
            Optional.of(provider.issuer()),
            new ReceiveProviderCallback.Answer.Code(providersCode),
            name);

    var outcome =
        (ReceiveProviderCallback.Outcome.SignedIn) receiveCallback.receive(callback, soon());

    assertThat(outcome.answer().redirect()).isEqualTo(URI.create(APP));
    assertThat(outcome.answer().state()).contains("the app's own");
    return outcome.answer().code().value();
  }

  private URI begun(Provider provider, CodeVerifier verifier) {
    var request =
        new BeginSignIn.Request(
            provider, APP, Secrets.challengeOf(verifier), Optional.of("the app's own"));
    return ((BeginSignIn.Outcome.Begun) beginSignIn.begin(request, soon())).authorizationUrl();
  }

  private Tokens refreshed(Tokens tokens) {
    var outcome = refreshSession.refresh(tokens.refresh().text(), soon());
    assertThat(outcome).isInstanceOf(RefreshSession.Outcome.Refreshed.class);
    return ((RefreshSession.Outcome.Refreshed) outcome).tokens();
  }

  private ReceiveProviderCallback.Callback callback(
      MemoryIdentityProvider provider, String state, String code) {
    return new ReceiveProviderCallback.Callback(
        provider.provider(),
        state,
        Optional.empty(),
        new ReceiveProviderCallback.Answer.Code(code),
        Optional.empty());
  }

  private Deadline soon() {
    return Deadline.in(Duration.ofSeconds(10), clock);
  }

  private static String parameter(URI url, String name) {
    return Arrays.stream(url.getRawQuery().split("&"))
        .filter(parameter -> parameter.startsWith(name + "="))
        .map(parameter -> parameter.substring(name.length() + 1))
        .findFirst()
        .orElseThrow();
  }
}
