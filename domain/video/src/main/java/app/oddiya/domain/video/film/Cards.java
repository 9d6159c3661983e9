package app.oddiya.domain.video.film;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Decides what is set large over the photos of a trip: the day, over its first photo, and at the
/// end the way. A photo under the title bears no card, and the last one of a trip that has come to
/// a new day only with it bears the day.
final class Cards {

  /// Time to read a card, with and without ease; what comes in and goes out again takes more.
  private static final int LENGTH = 72;

  private static final int SHORTEST = 45;

  /// Of the film, in which photos may be darkened for the days of a trip.
  private static final double MOST = 1.0 / 3;

  private final TripOutline trip;
  private final Template template;
  private final int frames;

  /// @param template of the film
  /// @param frames of the whole film
  Cards(TripOutline trip, Template template, int frames) {
    this.trip = trip;
    this.template = template;
    this.frames = frames;
  }

  /// Whether a way that is drawn over the end of a film, for so many frames, can be followed before
  /// all goes dark.
  static boolean isLongEnough(int frames, Template template) {
    return frames - template.closingFade() >= SHORTEST + template.words().fade();
  }

  /// A photo of the film.
  ///
  /// @param date on which it was taken, as far as that is known
  record Shown(Optional<LocalDate> date, Optional<TripStop> stop) {}

  /// One card, or none, for each photo, each as long as it would like to be.
  ///
  /// @param titled whether a title is over the first one
  List<Optional<Card>> of(List<Shown> photos, boolean titled) {
    int length = length(photos);
    List<Optional<Card>> cards = new ArrayList<>();
    Optional<LocalDate> told = Optional.empty();
    for (int i = 0; i < photos.size(); i++) {
      Optional<LocalDate> date = photos.get(i).date().filter(this::isOfTheTrip);
      boolean under = i == 0 && titled;
      if (date.isEmpty() || date.equals(told) || under) {
        cards.add(Optional.empty());
        continue;
      }
      told = date;
      cards.add(Optional.of(day(date.get(), length)));
    }
    int last = photos.size() - 1;
    List<Card.Place> way = way(photos);
    if (template.route() && way.size() > 1 && cards.get(last).isEmpty()) {
      cards.set(last, Optional.of(new Card.Route(way, Integer.MAX_VALUE)));
    }
    return cards;
  }

  /// The more days a short film has, the shorter each is told.
  private int length(List<Shown> photos) {
    long days = photos.stream().flatMap(photo -> photo.date().stream()).distinct().count();
    int reading = Math.clamp(Math.round(frames * MOST / Math.max(1, days)), SHORTEST, LENGTH);
    return reading + template.cuts().fade() + template.words().fade();
  }

  private boolean isOfTheTrip(LocalDate date) {
    return !date.isBefore(trip.startDate()) && !date.isAfter(trip.endDate());
  }

  private Card day(LocalDate date, int length) {
    long number = ChronoUnit.DAYS.between(trip.startDate(), date) + 1;
    boolean only = trip.startDate().equals(trip.endDate());
    return new Card.Day(
        only ? Optional.empty() : Optional.of(heading(number)),
        written(date),
        Optional.ofNullable(trip.weather().get(date)),
        length);
  }

  private String heading(long number) {
    return switch (trip.language().getLanguage()) {
      case "ko" -> number + "일차";
      case "ja" -> number + "日目";
      case "zh" -> "第" + number + "天";
      default -> "Day " + number;
    };
  }

  private String written(LocalDate date) {
    String pattern =
        switch (trip.language().getLanguage()) {
          case "ko" -> "M월 d일 EEEE";
          case "ja" -> "M月d日 EEEE";
          case "zh" -> "M月d日 EEEE";
          default -> "EEEE, MMMM d";
        };
    Locale language =
        switch (trip.language().getLanguage()) {
          case "ko", "ja", "zh" -> trip.language();
          default -> Locale.ENGLISH;
        };
    return DateTimeFormatter.ofPattern(pattern, language).format(date);
  }

  /// The stops that photos show, each place once for each time that it was come to.
  private List<Card.Place> way(List<Shown> photos) {
    List<Card.Place> way = new ArrayList<>();
    for (Shown photo : photos) {
      Optional<Card.Place> place =
          photo.stop().map(stop -> new Card.Place(trip.nameOf(stop), stop.position()));
      if (place.isPresent() && (way.isEmpty() || !way.getLast().equals(place.get()))) {
        way.add(place.get());
      }
    }
    return way;
  }
}
