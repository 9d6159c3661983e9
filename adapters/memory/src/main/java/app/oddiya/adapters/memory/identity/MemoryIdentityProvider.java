package app.oddiya.adapters.memory.identity;

import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.account.ProviderProfile;
import app.oddiya.domain.identity.session.Confirmation;
import app.oddiya.domain.identity.session.IdentityProvider;
import app.oddiya.domain.identity.session.Secret;
import app.oddiya.domain.shared.Deadline;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A provider in memory: a test signs a person in with [#signIn]. Safe for concurrent use.
public final class MemoryIdentityProvider implements IdentityProvider {

  private record Visit(ProviderProfile person, String nonce, String challenge) {}

  private final Provider provider;
  private final Map<String, Visit> visits = new ConcurrentHashMap<>();

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
    return new Confirmation.Confirmed(visit.person);
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
