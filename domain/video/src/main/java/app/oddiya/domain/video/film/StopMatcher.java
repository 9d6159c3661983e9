package app.oddiya.domain.video.film;

import app.oddiya.domain.shared.GeoPoint;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Optional;

/// Finds the stop of a trip at which a photo was taken.
///
/// Time and place are each worth a score of 0..1 that falls off as a bell curve outside the stop's
/// stay and surroundings. A camera's clock is wrong more often than its position, so place weighs
/// more when both are there; a photo that knows only one of them has to be nearer in that one.
/// Weaker matches are no matches: a caption with the wrong name is worse than none.
final class StopMatcher {

  /// Stops are points and places are not: a beach or a palace is this wide, at least.
  private static final double SURROUNDINGS_METERS = 150;

  private static final double METERS_OF_DOUBT = 600;
  private static final double MINUTES_OF_DOUBT = 45;

  private static final double WEIGHT_OF_PLACE = 0.65;
  private static final double ENOUGH_WITH_BOTH = 0.45;
  private static final double ENOUGH_WITH_PLACE = 0.45;
  private static final double ENOUGH_WITH_TIME = 0.5;

  private final TripOutline trip;

  StopMatcher(TripOutline trip) {
    this.trip = trip;
  }

  /// The best stop, if it is good enough; of two equally good ones the earlier.
  Optional<TripStop> stopOf(DecodedPhoto photo) {
    Optional<LocalDateTime> at = localTime(photo);
    return trip.stops().stream()
        .map(stop -> new Match(stop, score(stop, at, photo.position())))
        .filter(match -> match.score() > 0)
        .min(Comparator.comparingDouble(Match::score).reversed())
        .map(Match::stop);
  }

  /// The time on a clock of the trip's zone. A photo without an offset is taken at its word: phones
  /// follow the zone they are in.
  Optional<LocalDateTime> localTime(DecodedPhoto photo) {
    return photo
        .takenAt()
        .map(
            time ->
                photo
                    .offset()
                    .map(offset -> LocalDateTime.ofInstant(time.toInstant(offset), trip.zone()))
                    .orElse(time));
  }

  private static double score(
      TripStop stop, Optional<LocalDateTime> at, Optional<GeoPoint> position) {
    if (at.isPresent() && position.isPresent()) {
      double both =
          WEIGHT_OF_PLACE * nearness(stop, position.get())
              + (1 - WEIGHT_OF_PLACE) * timeliness(stop, at.get());
      return atLeast(ENOUGH_WITH_BOTH, both);
    }
    if (position.isPresent()) {
      return atLeast(ENOUGH_WITH_PLACE, nearness(stop, position.get()));
    }
    return at.map(time -> atLeast(ENOUGH_WITH_TIME, timeliness(stop, time))).orElse(0.0);
  }

  private static double atLeast(double enough, double score) {
    return score >= enough ? score : 0;
  }

  private static double nearness(TripStop stop, GeoPoint position) {
    double outside = Math.max(0, stop.position().metersTo(position) - SURROUNDINGS_METERS);
    return bell(outside / METERS_OF_DOUBT);
  }

  private static double timeliness(TripStop stop, LocalDateTime at) {
    Duration early = Duration.between(at, stop.begins());
    Duration late = Duration.between(stop.ends(), at);
    double outside = Math.max(0, Math.max(early.toSeconds(), late.toSeconds()) / 60.0);
    return bell(outside / MINUTES_OF_DOUBT);
  }

  private static double bell(double distance) {
    return Math.exp(-distance * distance);
  }

  private record Match(TripStop stop, double score) {}
}
