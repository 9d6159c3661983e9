package app.oddiya.domain.planning.plan;

import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a traveller asks for.
///
/// @param start first day
/// @param end last day; a trip has 1..14 days
/// @param budget for the whole party and trip, held against admissions
/// @param interests as written, most wanted first; one that no place offers is told, not refused
/// @param avoid texts; a place whose name or category contains one is left out
/// @param lodging where every day starts and ends
/// @param language of the title, the activities and every reason
/// @param notes at most 500 code points
public record PlanRequest(
    Destination destination,
    LocalDate start,
    LocalDate end,
    Party party,
    Optional<Money> budget,
    List<String> interests,
    Pace pace,
    List<MustVisit> mustVisit,
    List<String> avoid,
    Optional<GeoPoint> lodging,
    Language language,
    Optional<String> notes) {

  public static final int MAX_DAYS = 14;
  public static final int MAX_NOTES = 500;

  /// Of must-visits, and of texts to avoid.
  public static final int MAX_WISHES = 20;

  public PlanRequest {
    interests = List.copyOf(interests);
    mustVisit = List.copyOf(mustVisit);
    avoid = List.copyOf(avoid);
    long days = ChronoUnit.DAYS.between(start, end) + 1;
    if (days < 1 || days > MAX_DAYS) {
      throw new IllegalArgumentException("days: " + days + " (expected: 1.." + MAX_DAYS + ")");
    }
    notes.ifPresent(
        text -> {
          int length = text.codePointCount(0, text.length());
          if (length > MAX_NOTES) {
            throw new IllegalArgumentException(
                "notes: " + length + " code points (expected: <= " + MAX_NOTES + ")");
          }
        });
  }

  /// A wish that asks for nothing beyond where and when.
  public static PlanRequest open(
      Destination destination, LocalDate start, LocalDate end, Language language) {
    return new PlanRequest(
        destination,
        start,
        end,
        new Party(1, 0),
        Optional.empty(),
        List.of(),
        Pace.PACKED,
        List.of(),
        List.of(),
        Optional.empty(),
        language,
        Optional.empty());
  }

  /// The dates of the trip, in order.
  public List<LocalDate> dates() {
    return start.datesUntil(end.plusDays(1)).toList();
  }

  /// The same wish for other dates.
  public PlanRequest on(LocalDate first, LocalDate last) {
    return with(first, last, budget, pace, mustVisit, avoid, lodging);
  }

  /// The same wish with another budget.
  public PlanRequest within(Money most) {
    return with(start, end, Optional.of(most), pace, mustVisit, avoid, lodging);
  }

  /// The same wish at another pace.
  public PlanRequest at(Pace wanted) {
    return with(start, end, budget, wanted, mustVisit, avoid, lodging);
  }

  /// The same wish with other must-visits.
  public PlanRequest visiting(List<MustVisit> musts) {
    return with(start, end, budget, pace, musts, avoid, lodging);
  }

  /// The same wish for somewhere else.
  public PlanRequest in(Destination other) {
    return new PlanRequest(
        other, start, end, party, budget, interests, pace, mustVisit, avoid, lodging, language,
        notes);
  }

  /// The same wish with other texts to avoid.
  public PlanRequest avoiding(List<String> texts) {
    return with(start, end, budget, pace, mustVisit, texts, lodging);
  }

  /// The same wish of somebody who may stay anywhere.
  public PlanRequest withoutLodging() {
    return with(start, end, budget, pace, mustVisit, avoid, Optional.empty());
  }

  private PlanRequest with(
      LocalDate first,
      LocalDate last,
      Optional<Money> most,
      Pace wanted,
      List<MustVisit> musts,
      List<String> avoided,
      Optional<GeoPoint> stay) {
    return new PlanRequest(
        destination,
        first,
        last,
        party,
        most,
        interests,
        wanted,
        musts,
        avoided,
        stay,
        language,
        notes);
  }

  /// What two wishes have in common that ask for the same: without notes, texts in lower case and
  /// single spaces, texts to avoid in one order, a budget without needless zeros.
  public PlanRequest essence() {
    return new PlanRequest(
        switch (destination) {
          case Destination.Named(var name) -> new Destination.Named(plain(name));
          case Destination.Around around -> around;
        },
        start,
        end,
        party,
        budget.map(it -> new Money(it.amount().stripTrailingZeros(), it.currency())),
        interests.stream().map(PlanRequest::plain).toList(),
        pace,
        mustVisit.stream().map(PlanRequest::plain).toList(),
        avoid.stream().map(PlanRequest::plain).distinct().sorted().toList(),
        lodging,
        language,
        Optional.empty());
  }

  private static MustVisit plain(MustVisit wanted) {
    return switch (wanted) {
      case MustVisit.Called(var text) -> new MustVisit.Called(plain(text));
      case MustVisit.Known known -> known;
    };
  }

  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /// The same wish but for its pace, its must-visits and what it avoids.
  public PlanRequest with(Pace pace, List<MustVisit> mustVisit, List<String> avoid) {
    return new PlanRequest(
        destination,
        start,
        end,
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
}
