package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.LocalText;
import app.oddiya.domain.planning.place.NearSpelling;
import app.oddiya.domain.shared.GeoPoint;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The cities of the catalogue, with what they are called.
enum City {
  SEOUL("서울", "Seoul", "ソウル", "首尔", 37.5665, 126.978, 20, "서울시", "서울특별시", "首爾", "漢城"),
  BUSAN("부산", "Busan", "釜山", "釜山", 35.16, 129.06, 25, "부산시", "부산광역시", "Pusan", "プサン"),
  JEJU(
      "제주",
      "Jeju",
      "済州",
      "济州",
      33.38,
      126.55,
      45,
      "제주도",
      "제주시",
      "제주특별자치도",
      "Jeju Island",
      "Jejudo",
      "Jeju City",
      "チェジュ",
      "チェジュ島",
      "済州島",
      "济州岛",
      "濟州",
      "濟州島"),
  GYEONGJU("경주", "Gyeongju", "慶州", "庆州", 35.84, 129.28, 32, "경주시", "Kyongju", "キョンジュ"),
  JEONJU("전주", "Jeonju", "全州", "全州", 35.83, 127.13, 10, "전주시", "Chonju", "チョンジュ"),
  GANGNEUNG("강릉", "Gangneung", "江陵", "江陵", 37.77, 128.88, 25, "강릉시", "Kangnung", "カンヌン");

  private static final Set<String> COUNTRY =
      Stream.of("Korea", "South Korea", "Republic of Korea", "대한민국", "한국", "韓国", "韩国", "韓國")
          .map(Spelling::plain)
          .collect(Collectors.toUnmodifiableSet());

  private final LocalText name;
  private final Area area;
  private final Set<String> names;
  private final List<String> written;

  City(
      String ko,
      String en,
      String ja,
      String zh,
      double lat,
      double lng,
      double radiusKm,
      String... others) {
    name = new LocalText(ko, Map.of(Language.EN, en, Language.JA, ja, Language.ZH, zh));
    area = new Area(Optional.of(name), new GeoPoint(lat, lng), radiusKm);
    written = Stream.concat(name.all(), Stream.of(others)).toList();
    names = written.stream().map(Spelling::plain).collect(Collectors.toUnmodifiableSet());
  }

  /// The file that holds its places.
  String file() {
    return name.in(Language.EN).toLowerCase(Locale.ROOT) + ".jsonl";
  }

  Area area() {
    return area;
  }

  /// The area of the city that people mean who write `text`.
  static Optional<Area> called(String text) {
    return Arrays.stream(values()).filter(city -> city.isCalled(text)).findFirst().map(City::area);
  }

  /// Names of cities that people may have meant who wrote `text`.
  static List<String> spelledLike(String text) {
    return NearSpelling.of(text, Arrays.stream(values()).flatMap(city -> city.written.stream()));
  }

  /// Whether people who write `text` mean it, with or without the country before or behind it.
  boolean isCalled(String text) {
    String plain = Spelling.plain(text);
    return names.contains(plain)
        || COUNTRY.stream()
            .anyMatch(
                country ->
                    names.stream()
                        .anyMatch(
                            each -> plain.equals(each + country) || plain.equals(country + each)));
  }
}
