package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.identity.account.Accounts;
import app.oddiya.domain.identity.account.DisplayName;
import app.oddiya.domain.identity.account.LanguageTag;
import app.oddiya.domain.identity.account.ProfileChange;
import app.oddiya.domain.identity.account.ProfileUpdate;
import app.oddiya.domain.identity.account.ProviderProfile;
import app.oddiya.domain.identity.account.User;
import app.oddiya.domain.identity.account.Users;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Persons;
import app.oddiya.domain.testkit.story.Together;
import app.oddiya.domain.testkit.time.SettableClock;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What every [Users] does.
public interface UsersContract extends AccountsContract {

  /// The users under test, by whose clock it is [SettableClock#A_MORNING].
  Users users();

  @Override
  default Accounts accounts() {
    return users();
  }

  @Test
  default void aNewAccountIsWhatTheProviderSaidAndTheCountrysDefaults() {
    ProviderProfile person = Persons.somebody();

    UserId id = users().findOrCreate(person, Deadlines.ample()).user();

    assertThat(users().find(id, Deadlines.ample()))
        .contains(User.begin(id, person, SettableClock.A_MORNING));
  }

  @Test
  default void aLaterSignInFillsInWhatWasMissingAndOverwritesNothing() {
    ProviderProfile person = Persons.somebody();
    UserId id = users().findOrCreate(Persons.taciturn(person), Deadlines.ample()).user();

    users().findOrCreate(person, Deadlines.ample());
    User filledIn = users().find(id, Deadlines.ample()).orElseThrow();
    users()
        .findOrCreate(
            new ProviderProfile(
                person.identity(),
                Persons.somebody().email(),
                Optional.of(new DisplayName("Somebody Else"))),
            Deadlines.ample());

    assertThat(filledIn.email()).isEqualTo(person.email());
    assertThat(filledIn.name()).isEqualTo(person.name());
    assertThat(filledIn.version()).isEqualTo(2);
    assertThat(users().find(id, Deadlines.ample())).contains(filledIn);
  }

  @Test
  default void nobodyIsFoundUnderAnIdThatWasNeverGiven() {
    assertThat(users().find(new UserId(Long.MAX_VALUE), Deadlines.ample())).isEmpty();
  }

  @Test
  default void aChangeTouchesOnlyWhatItNames() {
    UserId id = users().findOrCreate(Persons.somebody(), Deadlines.ample()).user();
    User before = users().find(id, Deadlines.ample()).orElseThrow();

    ProfileUpdate update =
        users().change(id, speaking("ja"), OptionalLong.of(before.version()), Deadlines.ample());

    User after = before.changedBy(speaking("ja"));
    assertThat(update).isEqualTo(new ProfileUpdate.Done(after));
    assertThat(users().find(id, Deadlines.ample())).contains(after);
  }

  @Test
  default void everythingThatMayChangeDoes() {
    UserId id = users().findOrCreate(Persons.somebody(), Deadlines.ample()).user();
    var change =
        new ProfileChange(
            Optional.of(new DisplayName("\u202Eنور 🧳")),
            LanguageTag.parse("en-GB"),
            Optional.of(Currency.getInstance("GBP")));

    users().change(id, change, OptionalLong.empty(), Deadlines.ample());

    User after = users().find(id, Deadlines.ample()).orElseThrow();
    assertThat(after.name()).isEqualTo(change.name());
    assertThat(after.locale()).isEqualTo(change.locale().orElseThrow());
    assertThat(after.homeCurrency()).isEqualTo(change.homeCurrency().orElseThrow());
  }

  @Test
  default void aChangeBasedOnAnOldVersionIsStale() {
    UserId id = users().findOrCreate(Persons.somebody(), Deadlines.ample()).user();
    users().change(id, speaking("en"), OptionalLong.of(1), Deadlines.ample());

    ProfileUpdate late = users().change(id, speaking("zh"), OptionalLong.of(1), Deadlines.ample());

    assertThat(late).isEqualTo(new ProfileUpdate.Stale());
    assertThat(users().find(id, Deadlines.ample()).orElseThrow().locale())
        .isEqualTo(new LanguageTag("en"));
  }

  @Test
  default void ofManyChangesBasedOnOneVersionOneIsMade() {
    UserId id = users().findOrCreate(Persons.somebody(), Deadlines.ample()).user();

    List<ProfileUpdate> updates =
        Together.run(
            8, () -> users().change(id, speaking("en"), OptionalLong.of(1), Deadlines.ample()));

    assertThat(updates).filteredOn(ProfileUpdate.Done.class::isInstance).hasSize(1);
    assertThat(updates).filteredOn(ProfileUpdate.Stale.class::isInstance).hasSize(7);
  }

  @Test
  default void nobodyCannotBeChanged() {
    var nobody = new UserId(Long.MAX_VALUE);

    assertThat(users().change(nobody, speaking("en"), OptionalLong.empty(), Deadlines.ample()))
        .isEqualTo(new ProfileUpdate.NoSuchUser());
    assertThat(users().change(nobody, speaking("en"), OptionalLong.of(1), Deadlines.ample()))
        .isEqualTo(new ProfileUpdate.NoSuchUser());
  }

  private static ProfileChange speaking(String language) {
    return new ProfileChange(
        Optional.empty(), Optional.of(new LanguageTag(language)), Optional.empty());
  }
}
