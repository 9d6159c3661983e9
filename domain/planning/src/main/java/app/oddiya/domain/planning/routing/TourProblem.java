package app.oddiya.domain.planning.routing;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntBinaryOperator;

/// Which visits, on which day, in which order: the team orienteering problem with time windows,
/// with what a day of travel adds to it.
///
/// Every place is visited at most once and gives its score; a visit begins inside one of the spans
/// that the place offers on that day; a day leaves its base and comes back in time. Meals are a
/// part of every day: at a visit that serves one, or as free time wherever the traveller is by
/// then.
///
/// All times are whole numbers of one unit, minutes for trips, counted from the midnight of each
/// day. The names are those of a trip, nothing in here knows what a museum is.
///
/// @param points how many positions there are; `travel` takes two of them
/// @param travel time from one point to another, 0 from a point to itself; the triangle inequality
///     need not hold
/// @param days 1 or more
/// @param meals of each day, in their order; empty for days without
public record TourProblem(
    int points,
    IntBinaryOperator travel,
    int days,
    Frame frame,
    List<Meal> meals,
    List<Visit> visits,
    Limits limits,
    Aims aims) {

  public TourProblem {
    meals = List.copyOf(meals);
    visits = List.copyOf(visits);
    for (Visit visit : visits) {
      if (visit.offers().size() != days) {
        throw new IllegalArgumentException(
            "offers: " + visit.offers().size() + " (expected: one for each of " + days + " days)");
      }
    }
  }

  /// Where and when a day begins and ends.
  ///
  /// @param base the point that every day leaves and comes back to; without one it begins at its
  ///     first visit and ends at its last
  public record Frame(OptionalInt base, int leave, int back) {}

  /// From when to when something may begin, both inclusive.
  public record Span(int earliest, int latest) {}

  /// What a visit is worth on one day, and when it may begin on that day.
  ///
  /// @param starts in order, disjoint; empty if there is no visit on that day
  public record Offer(int score, List<Span> starts) {
    public Offer {
      starts = List.copyOf(starts);
    }
  }

  /// One way to visit a place. A place that can be visited as a sight and for lunch is two visits
  /// of which at most one is made.
  ///
  /// @param place of all visits with the same number at most one is made
  /// @param point where it is
  /// @param minutes how long it lasts
  /// @param cost counts against [Limits#budget()]
  /// @param kind visits of one kind are limited by [Limits#perKind]
  /// @param compulsory whether the limits of [burdens][Burden] yield for it
  /// @param meal the index of the meal that it stands for; empty for none
  /// @param offers one for each day
  public record Visit(
      int place,
      int point,
      int minutes,
      int cost,
      int kind,
      boolean compulsory,
      OptionalInt meal,
      List<Offer> offers) {
    public Visit {
      offers = List.copyOf(offers);
    }
  }

  /// A meal that every day has.
  ///
  /// @param minutes how long it takes where no visit stands for it
  /// @param starts when it may begin
  /// @param usual when it had best begin
  public record Meal(int minutes, Span starts, int usual) {}

  /// What no solution goes beyond.
  ///
  /// @param stops visits of one day
  /// @param ofKind visits of one day by kind; kinds that it does not list have no limit
  /// @param budget the cost of all visits
  public record Limits(int stops, List<Integer> ofKind, long budget, List<Burden> burdens) {

    public static final Limits NONE =
        new Limits(Integer.MAX_VALUE, List.of(), Long.MAX_VALUE, List.of());

    public Limits {
      ofKind = List.copyOf(ofKind);
      burdens = List.copyOf(burdens);
    }

    int perKind(int kind) {
      return kind < ofKind.size() ? ofKind.get(kind) : Integer.MAX_VALUE;
    }
  }

  /// Something that ways ask for beside time, of which a day has only so much.
  ///
  /// It yields where it must: the way past the day's compulsory visits alone may be made, and so
  /// may the shortest way from the base to a visit of that day and back; half of `most` is left for
  /// all others even then.
  ///
  /// @param way of two points, 0 or more
  /// @param most on a day
  public record Burden(IntBinaryOperator way, int most) {}

  /// What makes one solution better than another, beside the scores.
  ///
  /// @param travelWeight what each unit of travel costs; 0 for the problem of the literature
  /// @param wanted each of the first so many visits of a day is worth `bonus` more, so that no day
  ///     is left empty for the sake of another
  public record Aims(int travelWeight, int wanted, int bonus) {
    public static final Aims SCORES_ONLY = new Aims(0, 0, 0);
  }
}
