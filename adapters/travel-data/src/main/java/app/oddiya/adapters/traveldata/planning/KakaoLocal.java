package app.oddiya.adapters.traveldata.planning;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Call;
import app.oddiya.adapters.http.ProviderClient;
import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The searches of Kakao Local, of which one query brings [#MOST] documents at most however many
/// there are.
///
/// https://developers.kakao.com/docs/latest/ko/local/dev-guide
final class KakaoLocal {

  /// Documents of a page, the most that Kakao gives.
  static final int PAGE = 15;

  /// Documents of a query.
  static final int MOST = 45;

  /// The longest radius of a search, in metres.
  static final int WIDEST = 20_000;

  /// For how long Kakao is left alone after it said that a quota is spent; quotas are of a day.
  private static final Duration QUOTA_PAUSE = Duration.ofMinutes(10);

  private static final int QUOTA_SPENT = -10;

  private final ProviderClient client;
  private final String key;
  private final InstantSource clock;

  KakaoLocal(ProviderClient client, String key, InstantSource clock) {
    this.client = client;
    this.key = key;
    this.clock = clock;
  }

  /// What is searched for.
  sealed interface Query {

    /// By words, as on a map.
    record Keyword(String words) implements Query {}

    /// @param code of a group of categories, `AT4` for sights
    record Group(String code) implements Query {}
  }

  /// The places that a query finds, in Kakao's order of how well they answer.
  ///
  /// @param near a circle no wider than [#WIDEST]; empty for the whole country
  /// @param most at most that many documents are asked for
  /// @throws Unavailable if Kakao does not answer, or not what is documented
  List<Place> search(Query query, Optional<Area> near, int most, Deadline deadline) {
    Call call =
        switch (query) {
          case Query.Keyword(var words) ->
              Call.get("/v2/local/search/keyword.json").query("query", words);
          case Query.Group(var code) ->
              Call.get("/v2/local/search/category.json").query("category_group_code", code);
        };
    if (near.isPresent()) {
      int meters = (int) Math.clamp(Math.ceil(near.get().radiusKm() * 1000), 1, WIDEST);
      call =
          call.query("x", Positions.write(near.get().center().lng()))
              .query("y", Positions.write(near.get().center().lat()))
              .query("radius", meters);
    }
    List<Place> places = new ArrayList<>();
    for (int page = 1; page <= Math.ceilDiv(Math.min(most, MOST), PAGE); page++) {
      KakaoAnswers.Found found =
          ask(call.query("page", page).query("size", PAGE), deadline, KakaoAnswers.Found.class);
      if (found.meta() == null || found.documents() == null) {
        throw new Unavailable(
            client.name(), new IllegalStateException("an answer of no documents"));
      }
      found.documents().stream()
          .filter(Objects::nonNull)
          .flatMap(document -> document.place(clock.instant()).stream())
          .forEach(places::add);
      if (found.meta().isEnd()) {
        break;
      }
    }
    return places;
  }

  /// The addresses that answer to a text.
  List<KakaoAnswers.AddressDocument> addresses(String text, Deadline deadline) {
    KakaoAnswers.Addresses found =
        ask(
            Call.get("/v2/local/search/address.json").query("query", text).query("size", 10),
            deadline,
            KakaoAnswers.Addresses.class);
    if (found.documents() == null) {
      throw new Unavailable(client.name(), new IllegalStateException("an answer of no documents"));
    }
    return found.documents().stream().filter(Objects::nonNull).toList();
  }

  private <T> T ask(Call call, Deadline deadline, Class<T> type) {
    Answer answer = client.send(call.header("Authorization", "KakaoAK " + key), deadline);
    return switch (answer.status()) {
      case 200 -> answer.json(type);
      case 400 -> {
        Integer code = answer.json(KakaoAnswers.Refusal.class).code();
        throw code != null && code == QUOTA_SPENT ? client.spent(QUOTA_PAUSE) : answer.unexpected();
      }
      default -> throw answer.unexpected();
    };
  }
}
