package app.oddiya.domain.video.film;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes the storyboard of a film: which photos, in which order, for how long, under which words.
///
/// Photos appear by the time they were taken; one without a time stays behind the one it was given
/// after. When a trip is known, each photo is matched to a stop, and the stop's name is written
/// when it differs from the one before. Scenes end on beats of the track where they are long enough
/// to.
public final class Director {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu.MM.dd", Locale.ROOT);
  private static final DateTimeFormatter DAY_OF_YEAR =
      DateTimeFormatter.ofPattern("MM.dd", Locale.ROOT);

  private final FilmRequest request;
  private final Optional<StopMatcher> matcher;
  private final Staging staging;

  public Director(FilmRequest request) {
    this.request = request;
    this.staging =
        new Staging(
            request.template(), request.aspect(), request.seconds() * Storyboard.FRAMES_PER_SECOND);
    this.matcher = request.trip().map(StopMatcher::new);
  }

  /// Cuts a film from `photos`.
  ///
  /// @param photos at least two
  public Cut cut(List<DecodedPhoto> photos) {
    if (photos.size() < 2) {
      throw new IllegalArgumentException("photos: " + photos.size() + " (expected: >= 2)");
    }
    List<Taken> shown = thinned(inOrder(photos));
    Map<Integer, PhotoUse> used = new HashMap<>();
    for (Taken taken : shown) {
      used.put(taken.given(), new PhotoUse.Used(taken.stop().map(TripStop::id)));
    }
    List<PhotoUse> uses = new ArrayList<>();
    for (int given = 0; given < photos.size(); given++) {
      uses.add(used.getOrDefault(given, new PhotoUse.LeftOut(PhotoRefusal.TOO_MANY_FOR_LENGTH)));
    }
    return new Cut(storyboard(shown), uses);
  }

  private List<Taken> inOrder(List<DecodedPhoto> photos) {
    boolean oneClock =
        photos.stream()
            .filter(photo -> photo.takenAt().isPresent())
            .allMatch(p -> p.offset().isPresent());
    List<Taken> taken = new ArrayList<>();
    LocalDateTime before = LocalDateTime.MIN;
    for (int given = 0; given < photos.size(); given++) {
      DecodedPhoto photo = photos.get(given);
      before = orderingTime(photo, oneClock).orElse(before);
      taken.add(new Taken(photo, given, before, matcher.flatMap(each -> each.stopOf(photo))));
    }
    taken.sort(Comparator.comparing(Taken::at).thenComparingInt(Taken::given));
    return taken;
  }

  private Optional<LocalDateTime> orderingTime(DecodedPhoto photo, boolean oneClock) {
    if (matcher.isPresent()) {
      return matcher.get().localTime(photo);
    }
    return photo.takenAt().map(time -> oneClock ? utc(time, photo.offset()) : time);
  }

  private static LocalDateTime utc(LocalDateTime time, Optional<ZoneOffset> offset) {
    return offset.map(by -> time.minusSeconds(by.getTotalSeconds())).orElse(time);
  }

  /// As many as the film has room for, evenly from all of them, the first and the last among them.
  private List<Taken> thinned(List<Taken> all) {
    int room = request.template().room(request.seconds());
    if (all.size() <= room) {
      return all;
    }
    List<Taken> some = new ArrayList<>();
    for (int i = 0; i < room; i++) {
      some.add(all.get((int) Math.round((double) i * (all.size() - 1) / (room - 1))));
    }
    return some;
  }

  private Storyboard storyboard(List<Taken> shown) {
    Optional<Title> title = title();
    List<Optional<Card>> wished = cards(shown, title.isPresent());
    Set<Integer> carded =
        IntStream.range(0, shown.size())
            .filter(photo -> wished.get(photo).isPresent())
            .boxed()
            .collect(Collectors.toUnmodifiableSet());
    List<Shot> shots = new CutList(request, title.isPresent(), carded).shots(shown.size());
    List<Optional<Card>> cards = readable(wished, shots);
    List<Scene> scenes = new ArrayList<>();
    Optional<TripStop> lastNamed = Optional.empty();
    for (int number = 0; number < shots.size(); number++) {
      int i = number;
      Taken taken = shown.get(shots.get(i).photo());
      Optional<TripStop> stop = taken.stop();
      boolean arrived = stop.isPresent() && !samePlace(stop, lastNamed);
      if (stop.isPresent()) {
        lastNamed = stop;
      }
      scenes.add(
          scene(
              shots,
              i,
              taken.photo(),
              arrived
                  ? stop.map(at -> caption(at, captionFrames(shots, i, shown)))
                  : Optional.empty(),
              shots.get(i).ofPhoto() == 0
                  ? cards
                      .get(shots.get(i).photo())
                      .map(card -> cardIn(card, shots, i, shown, cards))
                  : Optional.empty()));
    }
    return new Storyboard(
        request.template(),
        request.aspect(),
        request.seconds(),
        request.trip().map(TripOutline::language).orElse(Locale.KOREAN),
        title,
        scenes,
        request.template().closingFade(),
        request.soundtrack());
  }

  private Scene scene(
      List<Shot> shots,
      int number,
      DecodedPhoto photo,
      Optional<Caption> caption,
      Optional<Card> card) {
    Shot shot = shots.get(number);
    return new Scene(
        photo,
        shot.firstFrame(),
        shot.frames(),
        shot.fadeIn(),
        staging.motion(photo, number, shot),
        caption,
        card,
        staging.print(photo, number));
  }

  private List<Optional<Card>> cards(List<Taken> shown, boolean titled) {
    return request
        .trip()
        .map(
            trip ->
                new Cards(
                        trip, request.template(), request.seconds() * Storyboard.FRAMES_PER_SECOND)
                    .of(shown.stream().map(this::told).toList(), titled))
        .orElseGet(() -> Collections.nCopies(shown.size(), Optional.empty()));
  }

  private Cards.Shown told(Taken taken) {
    Optional<LocalDate> date =
        taken
            .stop()
            .map(TripStop::date)
            .or(
                () ->
                    matcher
                        .flatMap(each -> each.localTime(taken.photo()))
                        .map(LocalDateTime::toLocalDate));
    return new Cards.Shown(date, taken.stop());
  }

  /// Without a way that would be drawn too fast to be followed.
  private List<Optional<Card>> readable(List<Optional<Card>> cards, List<Shot> shots) {
    return IntStream.range(0, cards.size())
        .mapToObj(
            photo ->
                cards
                    .get(photo)
                    .filter(
                        card ->
                            card instanceof Card.Day
                                || Cards.isLongEnough(
                                    framesFrom(shots, photo), request.template())))
        .toList();
  }

  /// From the first frame of a photo to the end of the film.
  private static int framesFrom(List<Shot> shots, int photo) {
    return shots.stream()
        .filter(shot -> shot.photo() == photo)
        .findFirst()
        .map(shot -> shots.getLast().endFrame() - shot.firstFrame())
        .orElse(0);
  }

  /// As long as it would like to be, or its day lasts, or no other card comes.
  private Card cardIn(
      Card card, List<Shot> shots, int number, List<Taken> shown, List<Optional<Card>> cards) {
    return switch (card) {
      case Card.Day day -> {
        int own = shots.get(number).photo();
        Optional<LocalDate> date = told(shown.get(own)).date();
        int stay =
            stay(
                shots,
                number,
                photo ->
                    told(shown.get(photo)).date().equals(date)
                        && (photo == own || cards.get(photo).isEmpty()));
        yield new Card.Day(day.heading(), day.date(), day.weather(), Math.min(day.frames(), stay));
      }
      case Card.Route route ->
          new Card.Route(route.places(), framesFrom(shots, shots.get(number).photo()));
    };
  }

  /// From the first frame of shot `number` to the last one at the same place, or as long as a name
  /// is shown.
  private int captionFrames(List<Shot> shots, int number, List<Taken> shown) {
    Optional<TripStop> place = shown.get(shots.get(number).photo()).stop();
    int stay = stay(shots, number, photo -> samePlace(place, shown.get(photo).stop()));
    return Math.min(stay, request.template().words().captionLength());
  }

  /// Frames from the beginning of shot `number` to the end of the last one that follows without a
  /// photo in between that is not `alike`.
  private static int stay(List<Shot> shots, int number, IntPredicate alike) {
    int last = number;
    while (last + 1 < shots.size() && alike.test(shots.get(last + 1).photo())) {
      last++;
    }
    return shots.get(last).endFrame() - shots.get(number).firstFrame();
  }

  private static boolean samePlace(Optional<TripStop> stop, Optional<TripStop> other) {
    return stop.map(TripStop::localName).equals(other.map(TripStop::localName));
  }

  /// Koreans read the place's own name; others read theirs, with the place's own below it.
  private Caption caption(TripStop stop, int frames) {
    String name = request.trip().orElseThrow().nameOf(stop);
    return new Caption(
        name, Optional.of(stop.localName()).filter(own -> !own.equals(name)), frames);
  }

  Optional<Title> title() {
    return request
        .title()
        .or(() -> request.trip().map(TripOutline::title))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(text -> new Title(text, request.trip().map(Director::dates)));
  }

  private static String dates(TripOutline trip) {
    String start = DAY.format(trip.startDate());
    if (trip.startDate().equals(trip.endDate())) {
      return start;
    }
    boolean oneYear = trip.startDate().getYear() == trip.endDate().getYear();
    return start + " – " + (oneYear ? DAY_OF_YEAR : DAY).format(trip.endDate());
  }

  /// A photo with its place in what was given and its place in time.
  private record Taken(DecodedPhoto photo, int given, LocalDateTime at, Optional<TripStop> stop) {}
}
