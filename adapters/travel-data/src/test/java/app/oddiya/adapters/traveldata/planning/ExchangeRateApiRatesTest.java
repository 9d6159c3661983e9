package app.oddiya.adapters.traveldata.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.http.ProviderClients;
import app.oddiya.adapters.http.QuotaSpent;
import app.oddiya.domain.planning.agent.ExchangeRates;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.contract.ExchangeRatesContract;
import app.oddiya.domain.testkit.time.SettableClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rates, from answers in the form that
/// https://www.exchangerate-api.com/docs/pair-conversion-requests documents.
class ExchangeRateApiRatesTest implements ExchangeRatesContract {

  private static final Currency DOLLAR = Currency.getInstance("USD");

  private final SettableClock clock = new SettableClock();
  private final ProviderClients clients = new ProviderClients(clock);
  private final ProviderStub provider =
      new ProviderStub(_ -> ProviderStub.Reply.json(404, error("unsupported-code")));
  private final ExchangeRates rates =
      ExchangeRateApiModule.exchangeRates(
          new ExchangeRateApiConfig(provider.address(), "secret"), clients);

  @AfterEach
  void close() {
    clients.close();
    provider.close();
  }

  @Override
  public ExchangeRates rates() {
    return rates;
  }

  @Test
  void itIsAskedAsItIsDocumentedAndTakenAtItsWord() {
    provider.turnTo(_ -> ProviderStub.Reply.json(pair("USD", "KRW", "1386.4021")));

    assertThat(rate()).contains(new BigDecimal("1386.4021"));
    assertThat(provider.asked())
        .map(ProviderStub.Asked::line)
        .containsExactly("GET /v6/secret/pair/USD/KRW");
  }

  @Test
  void nobodyIsAskedWhatACurrencyIsWorthInItself() {
    assertThat(rates.rate(WON, WON, soon())).contains(BigDecimal.ONE);
    assertThat(provider.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 404})
  void aCurrencyThatItDoesNotKnowHasNoRateWhateverTheStatus(int status) {
    provider.turnTo(_ -> ProviderStub.Reply.json(status, error("unsupported-code")));

    assertThat(rate()).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "200, malformed-request",
    "403, invalid-key",
    "403, inactive-account",
    "400, something-new",
    "500, unsupported-code"
  })
  void anyOtherErrorIsAnOutage(int status, String type) {
    provider.turnTo(_ -> ProviderStub.Reply.json(status, error(type)));

    assertThatThrownBy(this::rate)
        .isInstanceOf(Unavailable.class)
        .hasMessage("ExchangeRate-API is unavailable")
        .rootCause()
        .message()
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({"200, quota-reached", "403, quota-reached", "429, quota-reached", "429, other"})
  void aQuotaThatIsReachedLeavesItAlone(int status, String type) {
    provider.turnTo(_ -> ProviderStub.Reply.json(status, error(type)));
    assertThatThrownBy(this::rate)
        .isInstanceOf(Unavailable.class)
        .hasCauseInstanceOf(QuotaSpent.class);

    provider.turnTo(_ -> ProviderStub.Reply.json(pair("USD", "KRW", "1386.4021")));
    assertThatThrownBy(this::rate).isInstanceOf(Unavailable.class);
    assertThat(provider.asked()).hasSize(1);

    clock.advance(Duration.ofHours(1));
    assertThat(rate()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "[]",
        "<html>",
        "{\"result\":\"success\"}",
        "{\"result\":\"success\",\"base_code\":\"USD\",\"target_code\":\"KRW\"}",
        "{\"base_code\":\"USD\",\"target_code\":\"KRW\",\"conversion_rate\":1386.4}",
        "{\"result\":\"success\",\"conversion_rate\":1386.4}"
      })
  void nonsenseIsAnOutage(String body) {
    provider.turnTo(_ -> ProviderStub.Reply.json(body));

    assertThatThrownBy(this::rate).isInstanceOf(Unavailable.class);
  }

  @ParameterizedTest
  @CsvSource({
    "EUR, KRW, 1386.4",
    "USD, JPY, 1386.4",
    "USD, KRW, 0",
    "USD, KRW, -1386.4",
    "USD, KRW, 1e999999",
    "USD, KRW, null",
    "USD, KRW, true"
  })
  void aRateThatCannotBeIsAnOutage(String from, String to, String rate) {
    provider.turnTo(_ -> ProviderStub.Reply.json(pair(from, to, rate)));

    assertThatThrownBy(this::rate).isInstanceOf(Unavailable.class);
  }

  @Test
  void anAnswerWithoutEndIsAnOutage() {
    provider.turnTo(
        _ -> ProviderStub.Reply.json(" ".repeat(3 << 20) + pair("USD", "KRW", "1386.4")));

    assertThatThrownBy(this::rate).isInstanceOf(Unavailable.class);
  }

  @Test
  void whoDoesNotAnswerInTimeIsNotWaitedFor() {
    provider.turnTo(_ -> new ProviderStub.Reply.Silence());

    assertThatThrownBy(() -> rates.rate(DOLLAR, WON, Deadline.in(Duration.ofMillis(200), clock)))
        .isInstanceOf(Unavailable.class);
  }

  private Optional<BigDecimal> rate() {
    return rates.rate(DOLLAR, WON, soon());
  }

  private Deadline soon() {
    return Deadline.in(Duration.ofSeconds(60), clock);
  }

  private static String pair(String from, String to, String rate) {
    return """
        {
          "result": "success",
          "documentation": "https://www.exchangerate-api.com/docs",
          "terms_of_use": "https://www.exchangerate-api.com/terms",
          "time_last_update_unix": 1585267200,
          "time_last_update_utc": "Fri, 27 Mar 2020 00:00:00 +0000",
          "time_next_update_unix": 1585270800,
          "time_next_update_utc": "Sat, 28 Mar 2020 01:00:00 +0000",
          "base_code": "%s",
          "target_code": "%s",
          "conversion_rate": %s
        }"""
        .formatted(from, to, rate);
  }

  private static String error(String type) {
    return "{\"result\":\"error\",\"error-type\":\"%s\"}".formatted(type);
  }
}
