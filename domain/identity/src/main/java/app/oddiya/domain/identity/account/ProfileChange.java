package app.oddiya.domain.identity.account;

import java.util.Currency;
import java.util.Optional;

/// What a user wants to be different about the profile; what is absent stays as it is.
public record ProfileChange(
    Optional<DisplayName> name, Optional<LanguageTag> locale, Optional<Currency> homeCurrency) {}
