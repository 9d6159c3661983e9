package app.oddiya.domain.video.film;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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

  public Director(FilmRequest request) {
    this.request = request;
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
    List<Shot> shots = new CutList(request, title.isPresent()).shots(shown.size());
    Camera camera = new Camera(request.aspect());
    List<Scene> scenes = new ArrayList<>();
    Optional<TripStop> lastNamed = Optional.empty();
    for (int i = 0; i < shots.size(); i++) {
      int number = i;
      Shot shot = shots.get(i);
      Taken taken = shown.get(shot.photo());
      Optional<TripStop> stop = taken.stop();
      boolean arrived = stop.isPresent() && !samePlace(stop, lastNamed);
      if (stop.isPresent()) {
        lastNamed = stop;
      }
      scenes.add(
          new Scene(
              taken.photo(),
              shot.firstFrame(),
              shot.frames(),
              shot.fadeIn(),
              camera.move(taken.photo(), i, shot.ofPhoto(), shot.frames()),
              arrived
                  ? stop.map(at -> caption(at, captionFrames(shots, number, shown)))
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

  /// From the first frame of shot `number` to the last one at the same place, or as long as a name
  /// is shown.
  private int captionFrames(List<Shot> shots, int number, List<Taken> shown) {
    Optional<TripStop> place = shown.get(shots.get(number).photo()).stop();
    int last = number;
    while (last + 1 < shots.size()
        && samePlace(place, shown.get(shots.get(last + 1).photo()).stop())) {
      last++;
    }
    int stay = shots.get(last).endFrame() - shots.get(number).firstFrame();
    return Math.min(stay, request.template().captionLength());
  }

  private static boolean samePlace(Optional<TripStop> stop, Optional<TripStop> other) {
    return stop.map(TripStop::localName).equals(other.map(TripStop::localName));
  }

  /// Koreans read the place's own name; others read theirs, with the place's own below it.
  private Caption caption(TripStop stop, int frames) {
    boolean atHome =
        request.trip().orElseThrow().language().getLanguage().equals(Locale.KOREAN.getLanguage());
    if (atHome || stop.name().equals(stop.localName())) {
      return new Caption(stop.localName(), Optional.empty(), frames);
    }
    return new Caption(stop.name(), Optional.of(stop.localName()), frames);
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
