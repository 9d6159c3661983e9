package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.shared.GeoPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Kakao Local as it is documented, over a few places: circles, pages, and its limits.
final class KakaoStub {

  static final String KEY = "kakao-test-key";

  private final List<Entry> entries = new ArrayList<>();
  private final List<String> addresses = new ArrayList<>();

  private record Entry(String id, String name, String path, String group, GeoPoint position) {

    String json(double distance) {
      return String.format(
          Locale.ROOT,
          """
          {"address_name":"부산 어딘가 %1$s","category_group_code":"%4$s","category_group_name":"",
          "category_name":"%3$s","distance":"%7$.0f","id":"%1$s","phone":"051-000-0000",
          "place_name":"%2$s","place_url":"http://place.map.kakao.com/%1$s",
          "road_address_name":"부산 어느길 %1$s","x":"%5$.12f","y":"%6$.12f"}""",
          id,
          name,
          path,
          group,
          position.lng(),
          position.lat(),
          distance);
    }
  }

  KakaoStub with(String id, String name, String path, String group, double lat, double lng) {
    entries.add(new Entry(id, name, path, group, new GeoPoint(lat, lng)));
    return this;
  }

  /// @param json a document of the search for addresses
  KakaoStub withAddress(String json) {
    addresses.add(json);
    return this;
  }

  ProviderStub.Reply answer(ProviderStub.Asked asked) {
    if (!asked.header("Authorization").equals(List.of("KakaoAK " + KEY))) {
      return ProviderStub.Reply.json(
          401, "{\"errorType\":\"AccessDeniedError\",\"message\":\"wrong appKey\"}");
    }
    return switch (asked.path()) {
      case "/v2/local/search/keyword.json" -> found(asked, keyword(asked.query("query")));
      case "/v2/local/search/category.json" ->
          found(
              asked,
              entries.stream()
                  .filter(it -> it.group().equals(asked.query("category_group_code")))
                  .toList());
      case "/v2/local/search/address.json" ->
          ProviderStub.Reply.json(
              "{\"meta\":{\"total_count\":%d,\"pageable_count\":%d,\"is_end\":true},\"documents\":[%s]}"
                  .formatted(addresses.size(), addresses.size(), String.join(",", addresses)));
      default -> ProviderStub.Reply.json(404, "{}");
    };
  }

  /// Kakao finds words in names and in categories.
  private List<Entry> keyword(String words) {
    return entries.stream()
        .filter(
            it ->
                it.name().contains(words) || it.path().contains(words) || words.contains(it.name()))
        .toList();
  }

  private static ProviderStub.Reply found(ProviderStub.Asked asked, List<Entry> all) {
    int page = Integer.parseInt(asked.query("page"));
    int size = Integer.parseInt(asked.query("size"));
    boolean circle = asked.query().containsKey("radius");
    if (page > 45 || size > 15 || (circle && Integer.parseInt(asked.query("radius")) > 20_000)) {
      return ProviderStub.Reply.json(
          400, "{\"errorType\":\"InvalidArgument\",\"message\":\"beyond max\"}");
    }
    GeoPoint center =
        circle
            ? new GeoPoint(
                Double.parseDouble(asked.query("y")), Double.parseDouble(asked.query("x")))
            : new GeoPoint(35.1, 129);
    double radius = circle ? Double.parseDouble(asked.query("radius")) : Double.MAX_VALUE;
    List<Entry> inside =
        all.stream()
            .filter(it -> it.position().metersTo(center) <= radius)
            .sorted(Comparator.comparing(Entry::id))
            .toList();
    List<Entry> pageable = inside.stream().limit(45).toList();
    int from = Math.min(pageable.size(), (page - 1) * size);
    int to = Math.min(pageable.size(), page * size);
    return ProviderStub.Reply.json(
        "{\"meta\":{\"same_name\":null,\"pageable_count\":%d,\"total_count\":%d,\"is_end\":%b},\"documents\":[%s]}"
            .formatted(
                pageable.size(),
                inside.size(),
                to == pageable.size(),
                pageable.subList(from, to).stream()
                    .map(it -> it.json(it.position().metersTo(center)))
                    .collect(Collectors.joining(","))));
  }
}
