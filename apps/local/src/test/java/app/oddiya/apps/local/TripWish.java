package app.oddiya.apps.local;

import app.oddiya.apps.local.trip.Traveller;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What travellers ask for in tests.
final class TripWish {

  private static final JsonMapper json = JsonMapper.builder().build();

  private TripWish() {}

  /// Two days in Gyeongju.
  static ObjectNode twoDays() {
    TripDates dates = TripDates.nextMonth();
    ObjectNode request = json.createObjectNode();
    request.putObject("destination").put("name", "Gyeongju");
    request.put("startDate", dates.start().toString()).put("endDate", dates.end(2).toString());
    request.putObject("party").put("adults", 2).put("children", 1);
    request.putArray("interests").add("history").add("food");
    request.put("pace", "relaxed");
    request.putArray("mustVisit");
    request.putArray("avoid");
    return request.put("language", "en");
  }

  /// The same two days, yet to be filled by hand.
  static ObjectNode byHand() {
    ObjectNode plan = twoDays().retain("destination", "startDate", "endDate", "language");
    return plan.put("title", "Gyeongju by hand");
  }

  /// Somebody who has never been here.
  static Traveller stranger(String provider) {
    String subject = "traveller-" + UUID.randomUUID();
    return new Traveller(provider, subject, subject + "@example.com", "A Traveller");
  }
}
