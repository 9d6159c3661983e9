package app.oddiya.application.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.agent.Relaxation;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.MustVisit;
import app.oddiya.domain.planning.plan.Pace;
import app.oddiya.domain.planning.plan.Party;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Money;
import app.oddiya.domain.testkit.story.Trips;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Two days in Busan, and what is different this time.
final class Wishes {

  private Destination destination = new Destination.Named("Busan");
  private LocalDate start = Trips.A_SATURDAY;
  private int days = 2;
  private Party party = new Party(2, 0);
  private Optional<Money> budget = Optional.empty();
  private List<String> interests = List.of();
  private Pace pace = Pace.BALANCED;
  private List<MustVisit> mustVisit = List.of();
  private List<String> avoid = List.of();
  private Optional<GeoPoint> lodging = Optional.empty();
  private Language language = Language.EN;
  private Optional<String> notes = Optional.empty();

  Wishes destination(Destination to) {
    destination = to;
    return this;
  }

  Wishes on(LocalDate first, int count) {
    start = first;
    days = count;
    return this;
  }

  Wishes party(int adults, int children) {
    party = new Party(adults, children);
    return this;
  }

  Wishes budget(Money most) {
    budget = Optional.of(most);
    return this;
  }

  Wishes interests(String... texts) {
    interests = List.of(texts);
    return this;
  }

  Wishes pace(Pace wanted) {
    pace = wanted;
    return this;
  }

  Wishes mustVisit(MustVisit... places) {
    mustVisit = List.of(places);
    return this;
  }

  Wishes avoid(String... texts) {
    avoid = List.of(texts);
    return this;
  }

  Wishes lodging(GeoPoint at) {
    lodging = Optional.of(at);
    return this;
  }

  Wishes in(Language wanted) {
    language = wanted;
    return this;
  }

  Wishes notes(String text) {
    notes = Optional.of(text);
    return this;
  }

  PlanRequest build() {
    return new PlanRequest(
        destination,
        start,
        start.plusDays(days - 1L),
        party,
        budget,
        interests,
        pace,
        mustVisit,
        avoid,
        lodging,
        language,
        notes);
  }

  /// A request that a relaxation is being made to.
  static final class Edited {
    private final PlanRequest request;
    private final Map<String, String> replaced = new HashMap<>();
    private final List<MustVisit> mustVisit;
    private final List<String> avoid;
    private boolean homeless;

    Edited(PlanRequest request) {
      this.request = request;
      this.mustVisit = new ArrayList<>(request.mustVisit());
      this.avoid = new ArrayList<>(request.avoid());
    }

    void apply(Relaxation.Edit edit) {
      switch (edit) {
        case Relaxation.Edit.Replace(var pointer, var value) -> {
          if (pointer.matches("/mustVisit/[0-9]+/text")) {
            mustVisit.set(
                Integer.parseInt(pointer.replaceAll("[^0-9]", "")), new MustVisit.Called(value));
          } else {
            replaced.put(pointer, value);
          }
        }
        case Relaxation.Edit.Remove(var pointer) -> {
          int index = Integer.parseInt(pointer.replaceAll("[^0-9]+", "0"));
          if (pointer.startsWith("/mustVisit/")) {
            mustVisit.remove(index);
          } else if (pointer.startsWith("/avoid/")) {
            avoid.remove(index);
          } else {
            assertThat(pointer).isEqualTo("/lodging");
            homeless = true;
          }
        }
      }
    }

    PlanRequest request() {
      assertThat(Set.of("/destination/name", "/startDate", "/endDate", "/pace", "/budget/amount"))
          .containsAll(replaced.keySet());
      return new PlanRequest(
          replaced.containsKey("/destination/name")
              ? new Destination.Named(replaced.get("/destination/name"))
              : request.destination(),
          LocalDate.parse(replaced.getOrDefault("/startDate", request.start().toString())),
          LocalDate.parse(replaced.getOrDefault("/endDate", request.end().toString())),
          request.party(),
          request
              .budget()
              .map(
                  budget ->
                      new Money(
                          new BigDecimal(
                              replaced.getOrDefault(
                                  "/budget/amount", budget.amount().toPlainString())),
                          budget.currency())),
          request.interests(),
          Pace.parse(replaced.getOrDefault("/pace", request.pace().code())).orElseThrow(),
          mustVisit,
          avoid,
          homeless ? Optional.empty() : request.lodging(),
          request.language(),
          request.notes());
    }
  }
}
