package app.oddiya.domain.testkit.story;

import app.oddiya.domain.identity.account.DisplayName;
import app.oddiya.domain.identity.account.EmailAddress;
import app.oddiya.domain.identity.account.Identity;
import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.account.ProviderProfile;
import java.util.Optional;
import java.util.UUID;

/// People whom no test has met before, so that tests can share a store.
public final class Persons {

  private Persons() {}

  public static ProviderProfile somebody(Provider provider) {
    String providerId = UUID.randomUUID().toString();
    return new ProviderProfile(
        new Identity(provider, providerId),
        Optional.of(new EmailAddress(providerId + "@example.com")),
        Optional.of(new DisplayName("지민 Kim")));
  }

  public static ProviderProfile somebody() {
    return somebody(Provider.GOOGLE);
  }

  /// The same person, of whom the provider says nothing more.
  public static ProviderProfile taciturn(ProviderProfile person) {
    return new ProviderProfile(person.identity(), Optional.empty(), Optional.empty());
  }
}
