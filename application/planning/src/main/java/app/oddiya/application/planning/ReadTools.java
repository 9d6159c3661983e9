package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Conversation.ToolResult;
import app.oddiya.domain.planning.agent.ExchangeRates;
import app.oddiya.domain.planning.agent.ToolCall;
import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceQuery;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.Unavailable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a model may look up while it thinks. Nothing here changes anything; a provider that does
/// not answer is told as such.
final class ReadTools {

  private static final Page.Request FIRST = new Page.Request(12, Optional.empty());
  private static final int LONGEST_QUERY = 100;

  /// No look-up may use up the time of the whole conversation.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /// Digits before and after the point; more is no amount of money.
  private static final int MOST_DIGITS = 15;

  private final Survey survey;
  private final Places places;
  private final ExchangeRates rates;
  private final Brief brief;
  private final ShownPlaces shown;
  private final InstantSource clock;

  /// @param shown is added to by every search
  ReadTools(
      Survey survey,
      Places places,
      ExchangeRates rates,
      Brief brief,
      ShownPlaces shown,
      InstantSource clock) {
    this.survey = survey;
    this.places = places;
    this.rates = rates;
    this.brief = brief;
    this.shown = shown;
    this.clock = clock;
  }

  ToolResult search(ToolCall.SearchPlaces call, Deadline deadline) {
    String text = call.query().strip();
    Optional<Category> category = call.category().flatMap(Category::parse);
    if (call.category().isPresent() && category.isEmpty()) {
      return refused(
          call,
          "category: unknown (expected one of: "
              + Arrays.stream(Category.values())
                  .map(Category::code)
                  .collect(Collectors.joining(", "))
              + ")");
    }
    if (text.length() > LONGEST_QUERY || (text.isEmpty() && category.isEmpty())) {
      return refused(
          call, "query: expected 1 to " + LONGEST_QUERY + " characters, or else a category");
    }
    try {
      List<Place> found = find(text, category, deadline.atMost(PATIENCE, clock));
      shown.add(found);
      return answered(call, brief.places(found));
    } catch (Unavailable noAnswer) {
      return refused(call, "The providers do not answer just now. Pick from what you have.");
    }
  }

  /// Inside the destination only. Of a kind of place rather than a name the category is meant.
  private List<Place> find(String text, Optional<Category> category, Deadline deadline) {
    Optional<String> name = Optional.of(text).filter(it -> !it.isEmpty());
    List<Place> found = page(name, category, deadline);
    Optional<Category> kind = category.or(() -> kind(text));
    return found.isEmpty() && kind.isPresent() && name.isPresent()
        ? page(Optional.empty(), kind, deadline)
        : found;
  }

  private List<Place> page(Optional<String> text, Optional<Category> category, Deadline deadline) {
    return places
        .search(new PlaceQuery(text, Optional.of(survey.wish().area()), category), FIRST, deadline)
        .page()
        .items()
        .stream()
        .filter(place -> survey.wish().avoided(place).isEmpty())
        .toList();
  }

  private static Optional<Category> kind(String text) {
    return Arrays.stream(Category.values())
        .filter(
            category ->
                category.code().equalsIgnoreCase(text)
                    || category.words().all().anyMatch(text::equalsIgnoreCase))
        .findFirst();
  }

  /// As it was surveyed, so that the model plans for the sky that the plan is checked against.
  ToolResult weather(ToolCall.GetWeather call) {
    List<LocalDate> dates =
        survey.wish().request().dates().stream().filter(call.dates()::contains).toList();
    return dates.isEmpty()
        ? refused(call, "dates: expected days of the trip")
        : answered(call, brief.days(dates));
  }

  ToolResult convert(ToolCall.ConvertCurrency call, Deadline deadline) {
    BigDecimal amount = call.amount();
    if (amount.scale() > MOST_DIGITS || amount.precision() - amount.scale() > MOST_DIGITS) {
      return refused(call, "amount: too long to be one");
    }
    Optional<Currency> from = currency(call.from());
    Optional<Currency> to = currency(call.to());
    if (from.isEmpty() || to.isEmpty()) {
      return refused(call, "from, to: expected codes of ISO 4217");
    }
    try {
      return rates
          .rate(from.get(), to.get(), deadline.atMost(PATIENCE, clock))
          .map(rate -> amount.multiply(rate).setScale(2, RoundingMode.HALF_EVEN))
          .map(worth -> DataText.marked("amount", List.of(Map.of("amount", worth))))
          .map(text -> answered(call, text))
          .orElseGet(() -> refused(call, "Nobody knows that rate."));
    } catch (Unavailable noAnswer) {
      return refused(call, "The rates cannot be had just now.");
    }
  }

  private static Optional<Currency> currency(String code) {
    try {
      return Optional.of(Currency.getInstance(code));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private static ToolResult answered(ToolCall call, String text) {
    return new ToolResult(call.id(), text, false);
  }

  private static ToolResult refused(ToolCall call, String why) {
    return new ToolResult(call.id(), why, true);
  }
}
