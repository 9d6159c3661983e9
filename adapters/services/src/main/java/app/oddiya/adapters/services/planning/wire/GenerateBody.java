package app.oddiya.adapters.services.planning.wire;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.FieldRule;
import app.oddiya.adapters.web.json.Named;
import app.oddiya.adapters.web.json.Range;
import app.oddiya.adapters.web.json.Size;
import app.oddiya.adapters.web.json.Text;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.MustVisit;
import app.oddiya.domain.planning.plan.Pace;
import app.oddiya.domain.planning.plan.Party;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Money;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// What a traveller asks for: the body of `POST /api/v1/plans/generate`, shown again as a plan's
/// `request`.
@Doc("What a traveller asks for.")
@FieldRule.Of(GenerateRule.class)
public record GenerateBody(
    Where destination,
    @Doc("First day.") LocalDate startDate,
    @Doc("Last day; a trip has 1 to 14 days.") LocalDate endDate,
    Travellers party,
    @Doc("For the whole party and trip; held against admissions.") Optional<Budget> budget,
    @Doc("Most wanted first, such as history, food or night-view.")
        @Size(max = 20) @Text(min = 1, max = 50, pattern = SOMETHING)
        Optional<List<String>> interests,
    @Doc("At most 6, 9 or 13 stops a day.") Pace pace,
    @Doc("Without these the trip would not be the one that was asked for.")
        @Size(max = PlanRequest.MAX_WISHES) Optional<List<Wanted>> mustVisit,
    @Doc("A place whose name or category contains one of these is left out, in any language.")
        @Size(max = PlanRequest.MAX_WISHES) @Text(min = 1, max = 100, pattern = SOMETHING)
        Optional<List<String>> avoid,
    @Doc("Where every day starts and ends.") Optional<Lodging> lodging,
    @Doc("Of the title, the activities and every reason.") Language language,
    @Doc("At most 500 code points after Unicode normalisation (NFC).") Optional<String> notes) {

  /// A text that is not blank.
  public static final String SOMETHING = "^[\\s\\S]*\\S[\\s\\S]*$";

  /// The form of a place's id.
  public static final String PLACE_ID = "^[a-z][a-z0-9-]{0,31}:[A-Za-z0-9_-]{1,100}$";

  public sealed interface Where {

    @Doc("A city or a region, in Korean, English, Japanese or Chinese.")
    @FieldRule.Of(GenerateRule.OfName.class)
    @Named("NamedDestination")
    record ByName(@Text(min = 1, max = 100, pattern = SOMETHING) String name) implements Where {}

    @Doc("A circle.")
    @Named("DestinationAround")
    record Around(GeoPoint position, @Range(min = 0.1, max = 200) double radiusKm)
        implements Where {}

    static Where of(Destination destination) {
      return switch (destination) {
        case Destination.Named(String name) -> new ByName(name);
        case Destination.Around(GeoPoint position, double radiusKm) ->
            new Around(position, radiusKm);
      };
    }

    default Destination toDestination() {
      return switch (this) {
        case ByName(String name) -> new Destination.Named(name);
        case Around(GeoPoint position, double radiusKm) ->
            new Destination.Around(position, radiusKm);
      };
    }
  }

  @Doc("Who travels; at least one.")
  @FieldRule.Of(GenerateRule.OfTravellers.class)
  public record Travellers(
      @Range(min = 0, max = 50) int adults, @Range(min = 0, max = 50) int children) {}

  @FieldRule.Of(GenerateRule.OfBudget.class)
  public record Budget(@Doc("0 or more.") BigDecimal amount, Currency currency) {}

  public record Lodging(GeoPoint position) {}

  public sealed interface Wanted {

    @Doc("A place by its name in any of the four languages.")
    @FieldRule.Of(GenerateRule.OfText.class)
    @Named("MustVisitByName")
    record Called(@Text(min = 1, max = 200, pattern = SOMETHING) String text) implements Wanted {}

    @Doc("A place that GET /api/v1/places or a plan has shown.")
    @Named("MustVisitPlace")
    record Known(@Text(pattern = PLACE_ID) String placeId) implements Wanted {}

    private static Wanted of(MustVisit wish) {
      return switch (wish) {
        case MustVisit.Called(String text) -> new Called(text);
        case MustVisit.Known(PlaceId place) -> new Known(place.toString());
      };
    }

    private MustVisit toMustVisit() {
      return switch (this) {
        case Called(String text) -> new MustVisit.Called(text);
        case Known(String placeId) -> new MustVisit.Known(PlaceId.parse(placeId).orElseThrow());
      };
    }
  }

  public static GenerateBody of(PlanRequest request) {
    return new GenerateBody(
        Where.of(request.destination()),
        request.start(),
        request.end(),
        new Travellers(request.party().adults(), request.party().children()),
        request.budget().map(money -> new Budget(money.amount(), money.currency())),
        Optional.of(request.interests()),
        request.pace(),
        Optional.of(request.mustVisit().stream().map(Wanted::of).toList()),
        Optional.of(request.avoid()),
        request.lodging().map(Lodging::new),
        request.language(),
        request.notes());
  }

  public PlanRequest toRequest() {
    return new PlanRequest(
        destination.toDestination(),
        startDate,
        endDate,
        new Party(party.adults, party.children),
        budget.map(money -> new Money(money.amount, money.currency)),
        interests.orElse(List.of()),
        pace,
        mustVisit.orElse(List.of()).stream().map(Wanted::toMustVisit).toList(),
        avoid.orElse(List.of()),
        lodging.map(Lodging::position),
        language,
        notes.map(GenerateBody::normalised));
  }

  static String normalised(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
