package app.oddiya.adapters.memory.identity;

import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.account.ProviderProfile;
import app.oddiya.domain.identity.session.Confirmation;
import app.oddiya.domain.identity.session.IdentityProvider;
import app.oddiya.domain.identity.session.NativeConfirmation;
import app.oddiya.domain.identity.session.ProviderToken;
import app.oddiya.domain.identity.session.Secret;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// A provider in memory: a test signs a person in with [#signIn], or on a phone with
/// [#signInOnPhone]. It gives a token to revoke with every code. Safe for concurrent use.
public final class MemoryIdentityProvider implements IdentityProvider {

  private static final String WEB = "web-client";
  private static final String PHONE = "phone-client";

  private record Visit(ProviderProfile person, String nonce, String challenge) {}

  private final Provider provider;
  private final Map<String, Visit> visits = new ConcurrentHashMap<>();
  private final Map<String, NativeConfirmation.Confirmed> idTokens = new ConcurrentHashMap<>();
  private final Map<String, ProviderProfile> nativeCodes = new ConcurrentHashMap<>();
  private final Set<ProviderToken> revoked = ConcurrentHashMap.newKeySet();
  private final AtomicLong made = new AtomicLong();
  private volatile boolean down;

  public MemoryIdentityProvider(Provider provider) {
    this.provider = provider;
  }

  @Override
  public Provider provider() {
    return provider;
  }

  @Override
  public String issuer() {
    return "https://" + provider.code() + ".memory";
  }

  @Override
  public URI authorizationUrl(Secret state, Secret nonce, Secret verifier, Deadline deadline) {
    return URI.create(
        issuer()
            + "/authorize?response_type=code&state="
            + state.value()
            + "&nonce="
            + nonce.value()
            + "&code_challenge="
            + Sha256.base64Url(verifier.value())
            + "&code_challenge_method=S256");
  }

  @Override
  public Confirmation confirm(String code, Secret nonce, Secret verifier, Deadline deadline) {
    Visit visit = visits.remove(code);
    if (visit == null) {
      return new Confirmation.Refused("unknown code");
    }
    if (!visit.challenge.equals(Sha256.base64Url(verifier.value()))) {
      return new Confirmation.Refused("wrong verifier");
    }
    if (!visit.nonce.equals(nonce.value())) {
      return new Confirmation.Refused("wrong nonce");
    }
    return confirmed(visit.person, WEB);
  }

  @Override
  public NativeConfirmation confirmNative(String idToken, Deadline deadline) {
    if (!idToken.startsWith(issuer() + " ")) {
      return new NativeConfirmation.NotOurs();
    }
    NativeConfirmation.Confirmed known = idTokens.get(idToken);
    return known == null ? new NativeConfirmation.Refused("unknown token") : known;
  }

  @Override
  public Confirmation redeemNative(String code, String client, Deadline deadline) {
    ProviderProfile person = nativeCodes.remove(code);
    return person == null ? new Confirmation.Refused("unknown code") : confirmed(person, client);
  }

  @Override
  public void revoke(ProviderToken token, Deadline deadline) {
    if (down) {
      throw new Unavailable("sign-in provider", new IOException("down for a test"));
    }
    revoked.add(token);
  }

  /// Tokens that it has been told to revoke.
  public Set<ProviderToken> revoked() {
    return Set.copyOf(revoked);
  }

  /// Whether [#revoke] finds it out of order from now on.
  public void down(boolean isDown) {
    down = isDown;
  }

  /// What a phone's own sign-in gives to an app.
  ///
  /// @param code may be redeemed once
  public record OnPhone(String idToken, String code) {}

  /// What the person does on a phone.
  ///
  /// @param nonce as the app gives it to the phone
  public OnPhone signInOnPhone(ProviderProfile person, String nonce) {
    long number = made.incrementAndGet();
    String idToken = issuer() + " id-token-" + number;
    String code = "native-code-" + number;
    idTokens.put(idToken, new NativeConfirmation.Confirmed(person, nonce, PHONE));
    nativeCodes.put(code, person);
    return new OnPhone(idToken, code);
  }

  private Confirmation confirmed(ProviderProfile person, String client) {
    String value = provider.code() + "-token-" + made.incrementAndGet();
    return new Confirmation.Confirmed(
        person, Optional.of(new ProviderToken(provider, client, value)));
  }

  /// What the person does on the provider's page.
  ///
  /// @return the code that the person comes back with
  public String signIn(URI authorizationUrl, ProviderProfile person) {
    String code = "code-of-" + parameter(authorizationUrl, "state");
    visits.put(
        code,
        new Visit(
            person,
            parameter(authorizationUrl, "nonce"),
            parameter(authorizationUrl, "code_challenge")));
    return code;
  }

  private static String parameter(URI url, String name) {
    return Arrays.stream(url.getRawQuery().split("&"))
        .filter(parameter -> parameter.startsWith(name + "="))
        .map(parameter -> parameter.substring(name.length() + 1))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + name + " in the address"));
  }
}
