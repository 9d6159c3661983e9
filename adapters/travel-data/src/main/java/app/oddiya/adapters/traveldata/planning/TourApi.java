package app.oddiya.adapters.traveldata.planning;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Call;
import app.oddiya.adapters.http.ProviderClient;
import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The calls of TourAPI 4 (`KorService2`) that are made here.
///
/// Its gateway answers a bad key, a spent quota and its own trouble with 200 and XML, whatever form
/// was asked for; its service with another code in the header of its JSON. No items at all are an
/// empty text where the list would be.
///
/// https://www.data.go.kr/data/15101578/openapi.do
final class TourApi {

  /// The longest radius of a search, in metres.
  static final int WIDEST = 20_000;

  private static final int PAGE = 100;

  /// For how long TourAPI is left alone after it said that a quota is spent; quotas are of a day.
  private static final Duration QUOTA_PAUSE = Duration.ofMinutes(10);

  private static final Pattern REASON =
      Pattern.compile("<returnReasonCode>\\s*([0-9]+)\\s*</returnReasonCode>");

  private final ProviderClient client;
  private final String key;

  TourApi(ProviderClient client, String key) {
    this.client = client;
    this.key = key;
  }

  /// The records of a content type in a circle, the nearest to its middle first.
  ///
  /// @param order `E` for all of them, `S` for those that have a picture
  List<TourItem> around(Area circle, String type, String order, int most, Deadline deadline) {
    int meters = (int) Math.clamp(Math.ceil(circle.radiusKm() * 1000), 1, WIDEST);
    return pages(
        Call.get("/locationBasedList2")
            .query("mapX", Positions.write(circle.center().lng()))
            .query("mapY", Positions.write(circle.center().lat()))
            .query("radius", meters)
            .query("contentTypeId", type)
            .query("arrange", order),
        most,
        deadline);
  }

  /// The records that answer to words.
  List<TourItem> called(String words, int most, Deadline deadline) {
    return pages(Call.get("/searchKeyword2").query("keyword", words), most, deadline);
  }

  /// The record of an id.
  Optional<TourItem> common(String id, Deadline deadline) {
    return items(ask(Call.get("/detailCommon2").query("contentId", id), deadline)).stream()
        .findFirst();
  }

  /// What the introduction of a record says.
  Optional<TourItem> intro(String id, String type, Deadline deadline) {
    return items(
            ask(
                Call.get("/detailIntro2").query("contentId", id).query("contentTypeId", type),
                deadline))
        .stream()
        .findFirst();
  }

  private List<TourItem> pages(Call call, int most, Deadline deadline) {
    List<TourItem> all = new ArrayList<>();
    int rows = Math.min(PAGE, most);
    for (int page = 1; all.size() < most; page++) {
      JsonNode body = ask(call.query("numOfRows", rows).query("pageNo", page), deadline);
      List<TourItem> items = items(body);
      all.addAll(items);
      if (items.isEmpty() || page * rows >= body.path("totalCount").asInt(0)) {
        break;
      }
    }
    return all.subList(0, Math.min(most, all.size()));
  }

  private static List<TourItem> items(JsonNode body) {
    List<TourItem> items = new ArrayList<>();
    JsonNode item = body.path("items").path("item");
    if (item.isArray()) {
      item.forEach(each -> items.add(new TourItem(each)));
    } else if (item.isObject()) {
      items.add(new TourItem(item));
    }
    return items;
  }

  private JsonNode ask(Call call, Deadline deadline) {
    Answer answer =
        client.send(
            call.query("MobileOS", "ETC")
                .query("MobileApp", "Oddiya")
                .query("_type", "json")
                .query("serviceKey", key),
            deadline);
    if (answer.status() != 200) {
      throw answer.unexpected();
    }
    String text = answer.text();
    if (text.stripLeading().startsWith("<")) {
      Matcher reason = REASON.matcher(text);
      throw refused(reason.find() ? reason.group(1) : "none");
    }
    JsonNode root = answer.json(JsonNode.class);
    JsonNode header = root.path("response").path("header");
    String code = header.path("resultCode").asString(root.path("resultCode").asString("none"));
    JsonNode body = root.path("response").path("body");
    if (code.equals("03")) {
      // "No data", which most of the time is an empty list.
      return JsonNodeFactory.instance.objectNode();
    }
    if (!code.equals("0000") && !code.equals("00")) {
      throw refused(code);
    }
    if (!body.isObject() || !body.has("items")) {
      throw outage("an answer of no items");
    }
    return body;
  }

  /// @param code of the portal: 22 for a spent quota, 30 for a key it does not know
  private Unavailable refused(String code) {
    return code.equals("22") || code.equals("0022")
        ? client.spent(QUOTA_PAUSE)
        : outage("code " + code);
  }

  private Unavailable outage(String why) {
    return new Unavailable(client.name(), new IllegalStateException(why));
  }
}
