package app.oddiya.application.planning;

import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.MustVisit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What somebody means by a name.
final class Naming {

  private Naming() {}

  /// The kind of place that is meant, where it is no name at all: `museums`, `카페`.
  static Optional<Category> kind(String name) {
    String singular = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    return Stream.of(Category.values())
        .filter(
            kind ->
                kind.code().equals(singular)
                    || kind.words().all().anyMatch(it -> it.equals(name) || it.equals(singular)))
        .findFirst();
  }

  /// Whether a plain name says enough to find a place by a part of its own: not `a`, not `-`.
  static boolean isTelling(String plain) {
    return plain.length() >= (isOfLetters(plain) ? 3 : 2);
  }

  private static boolean isOfLetters(String plain) {
    return plain.codePoints().allMatch(each -> each < 0x2000);
  }

  /// `gyeongbokgung` of `gyeongbokgungpalace`, but no scrap of a word.
  static boolean isPartOf(String name, String wanted) {
    return name.length() >= (isOfLetters(name) ? 5 : 2) && wanted.contains(name);
  }

  static boolean isOf(MustVisit must, Place place) {
    return switch (must) {
      case MustVisit.Known(var id) -> id.equals(place.id());
      case MustVisit.Called(var text) ->
          !plain(text).isEmpty()
              && place.names().all().anyMatch(name -> plain(name).contains(plain(text)));
    };
  }

  /// Every name that a visit goes by, plain.
  static Stream<String> of(EditedVisit visit) {
    return Stream.concat(
            visit.place().names().all(),
            visit.stop().stream().flatMap(stop -> Stream.of(stop.name(), stop.localName())))
        .map(Naming::plain);
  }

  static String singular(String text) {
    return text.matches("[a-z -]{3,}s") ? text.substring(0, text.length() - 1) : text;
  }

  static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\s'’-]", "");
  }
}
