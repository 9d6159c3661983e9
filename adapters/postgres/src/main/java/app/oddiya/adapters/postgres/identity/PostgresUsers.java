package app.oddiya.adapters.postgres.identity;

import app.oddiya.adapters.postgres.Database;
import app.oddiya.domain.identity.account.DisplayName;
import app.oddiya.domain.identity.account.EmailAddress;
import app.oddiya.domain.identity.account.Identity;
import app.oddiya.domain.identity.account.LanguageTag;
import app.oddiya.domain.identity.account.ProfileChange;
import app.oddiya.domain.identity.account.ProfileUpdate;
import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.account.ProviderProfile;
import app.oddiya.domain.identity.account.Registration;
import app.oddiya.domain.identity.account.User;
import app.oddiya.domain.identity.account.Users;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/// Accounts in `users`.
final class PostgresUsers implements Users {

  private static final int ATTEMPTS = 3;

  private final Database database;
  private final InstantSource clock;

  PostgresUsers(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Looks first, since nearly everybody has been here before and an insert that conflicts would
  /// still use up an id.
  @Override
  public Registration findOrCreate(ProviderProfile profile, Deadline deadline) {
    return database.run(
        deadline,
        handle -> {
          for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<UserId> known = found(handle, profile);
            if (known.isPresent()) {
              return new Registration(known.get(), false);
            }
            Optional<UserId> created = created(handle, profile);
            if (created.isPresent()) {
              return new Registration(created.get(), true);
            }
            // Somebody else's insert of the same identity has won, and is visible by now; unless
            // that account has been deleted since.
          }
          throw new Unavailable(
              "database", new IllegalStateException("an identity comes and goes"));
        });
  }

  private static Optional<UserId> found(Handle handle, ProviderProfile profile) {
    Optional<User> known =
        handle
            .createQuery(
                """
                select id, email, name, provider, provider_id, locale, home_currency,
                  created_at, version
                from users
                where provider = :provider and provider_id = :providerId
                """)
            .bind("provider", profile.identity().provider().code())
            .bind("providerId", profile.identity().providerId())
            .map((row, _) -> user(row))
            .findOne();
    known
        .filter(user -> !user.completedBy(profile).equals(user))
        .ifPresent(user -> complete(handle, user.id(), profile));
    return known.map(User::id);
  }

  private static void complete(Handle handle, UserId id, ProviderProfile profile) {
    handle
        .createUpdate(
            """
            update users
            set email = coalesce(email, :email), name = coalesce(name, :name),
              version = version + 1
            where id = :id
            """)
        .bind("id", id.value())
        .bind("email", profile.email().map(EmailAddress::value))
        .bind("name", profile.name().map(DisplayName::value))
        .execute();
  }

  private Optional<UserId> created(Handle handle, ProviderProfile profile) {
    return handle
        .createQuery(
            """
            insert into users (
              email, name, provider, provider_id, locale, home_currency, created_at, version)
            values (
              :email, :name, :provider, :providerId, :locale, :homeCurrency, :createdAt, 1)
            on conflict on constraint users_identity do nothing
            returning id
            """)
        .bind("email", profile.email().map(EmailAddress::value))
        .bind("name", profile.name().map(DisplayName::value))
        .bind("provider", profile.identity().provider().code())
        .bind("providerId", profile.identity().providerId())
        .bind("locale", User.FIRST_LOCALE.value())
        .bind("homeCurrency", User.FIRST_HOME_CURRENCY.getCurrencyCode())
        .bind("createdAt", clock.instant().atOffset(ZoneOffset.UTC))
        .mapTo(long.class)
        .findOne()
        .map(UserId::new);
  }

  @Override
  public Optional<User> find(UserId id, Deadline deadline) {
    return database.run(
        deadline,
        handle ->
            handle
                .createQuery(
                    """
                    select id, email, name, provider, provider_id, locale, home_currency,
                      created_at, version
                    from users
                    where id = :id
                    """)
                .bind("id", id.value())
                .map((row, _) -> user(row))
                .findOne());
  }

  @Override
  public ProfileUpdate change(
      UserId id, ProfileChange change, OptionalLong basedOn, Deadline deadline) {
    Optional<User> changed = database.run(deadline, handle -> changed(handle, id, change, basedOn));
    if (changed.isPresent()) {
      return new ProfileUpdate.Done(changed.get());
    }
    return find(id, deadline).isPresent()
        ? new ProfileUpdate.Stale()
        : new ProfileUpdate.NoSuchUser();
  }

  private static Optional<User> changed(
      Handle handle, UserId id, ProfileChange change, OptionalLong basedOn) {
    return handle
        .createQuery(
            """
            update users
            set name = coalesce(:name, name), locale = coalesce(:locale, locale),
              home_currency = coalesce(:homeCurrency, home_currency), version = version + 1
            where id = :id and version = coalesce(cast(:basedOn as bigint), version)
            returning id, email, name, provider, provider_id, locale, home_currency,
              created_at, version
            """)
        .bind("id", id.value())
        .bind("name", change.name().map(DisplayName::value))
        .bind("locale", change.locale().map(LanguageTag::value))
        .bind("homeCurrency", change.homeCurrency().map(Currency::getCurrencyCode))
        .bind("basedOn", basedOn)
        .map((row, _) -> user(row))
        .findOne();
  }

  private static User user(ResultSet row) throws SQLException {
    var identity =
        new Identity(
            Provider.parse(row.getString("provider")).orElseThrow(), row.getString("provider_id"));
    return new User(
        new UserId(row.getLong("id")),
        identity,
        Optional.ofNullable(row.getString("email")).map(EmailAddress::new),
        Optional.ofNullable(row.getString("name")).map(DisplayName::new),
        new LanguageTag(row.getString("locale")),
        Currency.getInstance(row.getString("home_currency")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getLong("version"));
  }
}
