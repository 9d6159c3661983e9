package app.oddiya.adapters.web.json;

import app.oddiya.domain.shared.UserId;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// The texts of a known form that `product/api.md` speaks of.
final class Formats {

  private static final String DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
  private static final String DECIMAL = "^-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,6})?$";
  private static final String TIME = "^([01][0-9]|2[0-3]):[0-5][0-9]$";
  private static final String UUID_FORM =
      "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$";

  /// RFC 3339 section 5.6 without leap seconds, which Java's time line does not have.
  private static final String INSTANT =
      "^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})$";

  private static final Map<Class<?>, FormatShape<?>> ALL =
      Map.of(
          LocalDate.class,
          new FormatShape<>(
              "a date, YYYY-MM-DD",
              text -> parse(text, DATE, LocalDate::parse),
              LocalDate::toString,
              format("date")),
          LocalTime.class,
          new FormatShape<>(
              "a local time, HH:MM",
              text -> parse(text, TIME, LocalTime::parse),
              time -> time.toString().substring(0, 5),
              Json.object().with("type", "string").with("pattern", TIME).build()),
          Instant.class,
          new FormatShape<>(
              "an instant of RFC 3339",
              text ->
                  parse(
                      text,
                      INSTANT,
                      form -> OffsetDateTime.parse(form.toUpperCase(Locale.ROOT)).toInstant()),
              Instant::toString,
              format("date-time")),
          UUID.class,
          new FormatShape<>(
              "a UUID",
              text -> parse(text, UUID_FORM, UUID::fromString),
              UUID::toString,
              format("uuid")),
          URI.class,
          new FormatShape<>("an absolute URI", Formats::uri, URI::toString, format("uri")),
          Currency.class,
          new FormatShape<>(
              "a currency of ISO 4217", Formats::currency, Currency::getCurrencyCode, currencies()),
          BigDecimal.class,
          new FormatShape<>(
              "a decimal number in a text",
              text -> parse(text, DECIMAL, BigDecimal::new),
              BigDecimal::toPlainString,
              Json.object().with("type", "string").with("pattern", DECIMAL).build()),
          UserId.class,
          new FormatShape<>(
              "a user's id",
              UserId::parse,
              UserId::toString,
              Json.object().with("type", "string").with("pattern", "^[1-9][0-9]{0,17}$").build()));

  private Formats() {}

  static Optional<Shape<?>> of(Class<?> type) {
    return Optional.ofNullable(ALL.get(type));
  }

  private static <T> Optional<T> parse(String text, String form, Function<String, T> parser) {
    if (!text.matches(form)) {
      return Optional.empty();
    }
    try {
      return Optional.of(parser.apply(text));
    } catch (DateTimeException e) {
      // The right form of a day that does not exist, such as 31 February.
      return Optional.empty();
    }
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text)).filter(URI::isAbsolute);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<Currency> currency(String code) {
    return Currency.availableCurrencies()
        .filter(currency -> currency.getCurrencyCode().equals(code))
        .findFirst();
  }

  private static Json.Obj format(String name) {
    return Json.object().with("type", "string").with("format", name).build();
  }

  private static Json.Obj currencies() {
    return Json.object()
        .with("type", "string")
        .with(
            "enum",
            Json.strings(
                Currency.availableCurrencies().map(Currency::getCurrencyCode).sorted().toList()))
        .build();
  }
}
