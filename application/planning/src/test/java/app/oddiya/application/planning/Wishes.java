package app.oddiya.application.planning;

import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.MustVisit;
import app.oddiya.domain.planning.plan.Pace;
import app.oddiya.domain.planning.plan.Party;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Money;
import app.oddiya.domain.testkit.story.Trips;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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
        Optional.empty());
  }
}
