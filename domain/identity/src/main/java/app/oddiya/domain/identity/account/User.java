package app.oddiya.domain.identity.account;

import app.oddiya.domain.shared.UserId;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/// One account.
///
/// It begins with the first sign-in of an [Identity], which never changes, with what the provider
/// said of the person and with the language and currency of the country that Oddiya is about. From
/// then on it belongs to its user: a later sign-in fills in a name or an address that was missing
/// and overwrites nothing. Each change gives it the next version.
///
/// @param version 1 at the beginning
public record User(
    UserId id,
    Identity identity,
    Optional<EmailAddress> email,
    Optional<DisplayName> name,
    LanguageTag locale,
    Currency homeCurrency,
    Instant createdAt,
    long version) {

  public static final LanguageTag FIRST_LOCALE = LanguageTag.KOREAN;
  public static final Currency FIRST_HOME_CURRENCY = Currency.getInstance("KRW");

  public static User begin(UserId id, ProviderProfile profile, Instant now) {
    return new User(
        id,
        profile.identity(),
        profile.email(),
        profile.name(),
        FIRST_LOCALE,
        FIRST_HOME_CURRENCY,
        now,
        1);
  }

  /// This account after another sign-in: what it lacked is filled in.
  public User completedBy(ProviderProfile profile) {
    Optional<EmailAddress> fullerEmail = email.or(profile::email);
    Optional<DisplayName> fullerName = name.or(profile::name);
    if (fullerEmail.equals(email) && fullerName.equals(name)) {
      return this;
    }
    return new User(
        id, identity, fullerEmail, fullerName, locale, homeCurrency, createdAt, version + 1);
  }

  public User changedBy(ProfileChange change) {
    return new User(
        id,
        identity,
        email,
        change.name().or(() -> name),
        change.locale().orElse(locale),
        change.homeCurrency().orElse(homeCurrency),
        createdAt,
        version + 1);
  }
}
