package app.oddiya.adapters.traveldata.planning;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Call;
import app.oddiya.adapters.http.ProviderClient;
import app.oddiya.adapters.http.ProviderClients;
import app.oddiya.domain.planning.agent.ExchangeRates;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rates of ExchangeRate-API, pair by pair
/// (https://www.exchangerate-api.com/docs/pair-conversion-requests). Its errors are told by their
/// words: their status is not documented.
final class ExchangeRateApiRates implements ExchangeRates {

  private static final Logger LOG = LoggerFactory.getLogger(ExchangeRateApiRates.class);

  /// Its quota is one of a month.
  private static final Duration UNTIL_THE_QUOTA_MAY_BE_BACK = Duration.ofHours(1);

  /// No currency is worth so many of another; such a number would only be hard to reckon with.
  private static final BigDecimal HIGHEST = BigDecimal.TEN.pow(12);

  private final ProviderClient provider;
  private final String key;

  ExchangeRateApiRates(ExchangeRateApiConfig config, ProviderClients clients) {
    this.provider = clients.to("ExchangeRate-API", config.url());
    this.key = config.key();
  }

  /// What it answers.
  ///
  /// @param error what went wrong, where `result` is not `success`
  record Pair(
      @Nullable String result,
      @JsonProperty("error-type") @Nullable String error,
      @JsonProperty("base_code") @Nullable String from,
      @JsonProperty("target_code") @Nullable String to,
      @JsonProperty("conversion_rate") @Nullable BigDecimal rate) {

    boolean hasRate() {
      return rate != null && rate.signum() > 0 && rate.compareTo(HIGHEST) < 0;
    }

    boolean isOf(Currency base, Currency target) {
      return base.getCurrencyCode().equals(from) && target.getCurrencyCode().equals(to);
    }
  }

  @Override
  public Optional<BigDecimal> rate(Currency from, Currency to, Deadline deadline) {
    if (from.equals(to)) {
      return Optional.of(BigDecimal.ONE);
    }
    try {
      return ask(from, to, deadline);
    } catch (Unavailable outage) {
      LOG.atWarn()
          .addKeyValue("event", "exchange_rate_missing")
          .addKeyValue("reason", String.valueOf(outage.getCause()))
          .log("no exchange rate can be had");
      throw outage;
    }
  }

  private Optional<BigDecimal> ask(Currency from, Currency to, Deadline deadline) {
    Answer answer =
        provider.send(
            Call.get("/v6/{}/pair/{}/{}", key, from.getCurrencyCode(), to.getCurrencyCode()),
            deadline);
    Pair pair = answer.json(Pair.class);
    if ("unsupported-code".equals(pair.error())) {
      return Optional.empty();
    }
    if ("quota-reached".equals(pair.error())) {
      throw provider.spent(UNTIL_THE_QUOTA_MAY_BE_BACK);
    }
    if (answer.status() != 200
        || !"success".equals(pair.result())
        || !pair.isOf(from, to)
        || !pair.hasRate()) {
      throw answer.unexpected();
    }
    return Optional.ofNullable(pair.rate());
  }
}
