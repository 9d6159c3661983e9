package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.shared.GeoPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// TourAPI as it is documented, over a few records.
final class TourStub {

  static final String KEY = "tour/test+key==";

  private final List<Item> items = new ArrayList<>();
  private final Map<String, String> intros = new HashMap<>();

  private record Item(
      String id, String type, String title, String code, GeoPoint position, String more) {

    String json() {
      return """
      {"contentid":"%s","contenttypeid":"%s","title":"%s","addr1":"부산광역시 어느길 1","addr2":"",\
      "cat1":"","cat2":"","cat3":"","lclsSystm3":"%s","mapx":"%s","mapy":"%s",\
      "modifiedtime":"20251112134824","tel":""%s}"""
          .formatted(id, type, title, code, position.lng(), position.lat(), more);
    }
  }

  /// @param more fields, each with a comma before it
  TourStub with(
      String id, String type, String title, String code, double lat, double lng, String more) {
    items.add(new Item(id, type, title, code, new GeoPoint(lat, lng), more));
    return this;
  }

  /// @param fields of the introduction, without braces
  TourStub withIntro(String id, String fields) {
    intros.put(id, fields);
    return this;
  }

  ProviderStub.Reply answer(ProviderStub.Asked asked) {
    if (!asked.query("serviceKey").equals(KEY)) {
      return gateway("30", "SERVICE_KEY_IS_NOT_REGISTERED_ERROR");
    }
    if (!asked.query("_type").equals("json")
        || !asked.query("MobileOS").equals("ETC")
        || asked.query("MobileApp").isEmpty()) {
      return header("10", "INVALID_REQUEST_PARAMETER_ERROR");
    }
    return switch (asked.path()) {
      case "/locationBasedList2" -> page(asked, around(asked));
      case "/searchKeyword2" ->
          page(
              asked,
              items.stream().filter(it -> it.title().contains(asked.query("keyword"))).toList());
      case "/detailCommon2" ->
          all(
              items.stream()
                  .filter(it -> it.id().equals(asked.query("contentId")))
                  .map(Item::json)
                  .toList(),
              1);
      case "/detailIntro2" -> {
        asked.query("contentTypeId");
        String fields = intros.get(asked.query("contentId"));
        yield all(
            fields == null
                ? List.of()
                : List.of("{\"contentid\":\"%s\",%s}".formatted(asked.query("contentId"), fields)),
            1);
      }
      default -> ProviderStub.Reply.json(404, "{}");
    };
  }

  private List<Item> around(ProviderStub.Asked asked) {
    GeoPoint center =
        new GeoPoint(
            Double.parseDouble(asked.query("mapY")), Double.parseDouble(asked.query("mapX")));
    int radius = Integer.parseInt(asked.query("radius"));
    return items.stream()
        .filter(it -> it.type().equals(asked.query("contentTypeId")))
        .filter(it -> radius <= 20_000 && it.position().metersTo(center) <= radius)
        .sorted(Comparator.comparingDouble(it -> it.position().metersTo(center)))
        .toList();
  }

  private static ProviderStub.Reply page(ProviderStub.Asked asked, List<Item> all) {
    int rows = Integer.parseInt(asked.query("numOfRows"));
    int from = Math.min(all.size(), (Integer.parseInt(asked.query("pageNo")) - 1) * rows);
    return all(
        all.subList(from, Math.min(all.size(), from + rows)).stream().map(Item::json).toList(),
        all.size());
  }

  private static ProviderStub.Reply all(List<String> items, int total) {
    String list =
        items.isEmpty()
            ? "\"\""
            : "{\"item\":[" + items.stream().collect(Collectors.joining(",")) + "]}";
    return ProviderStub.Reply.json(
        """
        {"response":{"header":{"resultCode":"0000","resultMsg":"OK"},\
        "body":{"items":%s,"numOfRows":%d,"pageNo":1,"totalCount":%d}}}"""
            .formatted(list, items.size(), total));
  }

  /// What the gateway says, in XML and with 200 whatever was asked for.
  static ProviderStub.Reply gateway(String code, String message) {
    return new ProviderStub.Reply.Text(
        200,
        "text/xml;charset=UTF-8",
        Map.of(),
        """
        <OpenAPI_ServiceResponse><cmmMsgHeader><errMsg>SERVICE ERROR</errMsg>\
        <returnAuthMsg>%s</returnAuthMsg><returnReasonCode>%s</returnReasonCode>\
        </cmmMsgHeader></OpenAPI_ServiceResponse>"""
            .formatted(message, code));
  }

  /// What the service says.
  static ProviderStub.Reply header(String code, String message) {
    return ProviderStub.Reply.json(
        "{\"response\":{\"header\":{\"resultCode\":\"%s\",\"resultMsg\":\"%s\"}}}"
            .formatted(code, message));
  }
}
