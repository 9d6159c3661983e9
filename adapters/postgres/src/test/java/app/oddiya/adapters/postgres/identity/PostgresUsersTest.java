package app.oddiya.adapters.postgres.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.postgres.MigratedDatabase;
import app.oddiya.adapters.postgres.PostgresConfig.Schema;
import app.oddiya.domain.identity.account.DisplayName;
import app.oddiya.domain.identity.account.ProviderProfile;
import app.oddiya.domain.identity.account.Registration;
import app.oddiya.domain.identity.account.User;
import app.oddiya.domain.identity.account.Users;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.contract.UsersContract;
import app.oddiya.domain.testkit.story.Persons;
import app.oddiya.domain.testkit.story.Together;
import app.oddiya.domain.testkit.time.SettableClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresUsersTest implements UsersContract {

  @RegisterExtension static final MigratedDatabase POSTGRES = new MigratedDatabase(Schema.USER);

  @Override
  public Users users() {
    return new PostgresUsers(POSTGRES.database(), new SettableClock());
  }

  @Test
  void theLongestNameFitsAndComesBackAsItWas() {
    DisplayName longest = new DisplayName("👩‍👩‍👧".repeat(20));
    ProviderProfile person =
        new ProviderProfile(Persons.somebody().identity(), Optional.empty(), Optional.of(longest));

    UserId id = users().findOrCreate(person, soon()).user();

    assertThat(users().find(id, soon()).flatMap(User::name)).contains(longest);
  }

  @Test
  void aHundredFirstSignInsAtOnceMakeOneAccount() {
    ProviderProfile person = Persons.somebody();

    List<Registration> registrations =
        Together.run(100, () -> users().findOrCreate(person, soon()));

    assertThat(registrations)
        .extracting(Registration::user)
        .containsOnly(registrations.getFirst().user());
    assertThat(registrations).filteredOn(Registration::isNew).hasSize(1);
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(10), InstantSource.system());
  }
}
