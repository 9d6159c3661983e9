package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.identity.account.Accounts;
import app.oddiya.domain.identity.account.Identity;
import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.account.ProviderProfile;
import app.oddiya.domain.identity.account.Registration;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Persons;
import app.oddiya.domain.testkit.story.Together;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [Accounts] does.
public interface AccountsContract {

  /// The accounts under test; they may hold other people's.
  Accounts accounts();

  @Test
  default void aNewcomerGetsAnAccountAndKeepsIt() {
    ProviderProfile person = Persons.somebody();

    Registration first = accounts().findOrCreate(person, Deadlines.ample());
    Registration second = accounts().findOrCreate(person, Deadlines.ample());

    assertThat(first.isNew()).isTrue();
    assertThat(second).isEqualTo(new Registration(first.user(), false));
  }

  @Test
  default void oneEmailAddressAtTwoProvidersIsTwoAccounts() {
    ProviderProfile atGoogle = Persons.somebody(Provider.GOOGLE);
    var atApple =
        new ProviderProfile(
            new Identity(Provider.APPLE, atGoogle.identity().providerId()),
            atGoogle.email(),
            atGoogle.name());

    Registration google = accounts().findOrCreate(atGoogle, Deadlines.ample());
    Registration apple = accounts().findOrCreate(atApple, Deadlines.ample());

    assertThat(apple.isNew()).isTrue();
    assertThat(apple.user()).isNotEqualTo(google.user());
  }

  @Test
  default void manySignInsAtOnceMakeOneAccount() {
    ProviderProfile person = Persons.somebody();

    List<Registration> registrations =
        Together.run(8, () -> accounts().findOrCreate(person, Deadlines.ample()));

    UserId user = registrations.getFirst().user();
    assertThat(registrations).extracting(Registration::user).containsOnly(user);
    assertThat(registrations).filteredOn(Registration::isNew).hasSize(1);
  }

  @Test
  default void somebodyOfWhomNothingIsKnownIsWelcome() {
    ProviderProfile person = Persons.taciturn(Persons.somebody(Provider.APPLE));

    assertThat(accounts().findOrCreate(person, Deadlines.ample()).isNew()).isTrue();
  }
}
