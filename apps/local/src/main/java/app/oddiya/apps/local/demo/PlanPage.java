package app.oddiya.apps.local.demo;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A plan as a page to read: days, times, the ways between, and what was checked.
final class PlanPage {

  private final StringBuilder page = new StringBuilder();

  private PlanPage() {}

  /// @param plan as the API gives it
  /// @return Markdown
  static String of(JsonNode plan) {
    PlanPage writer = new PlanPage();
    writer.head(plan);
    plan.path("days").forEach(writer::day);
    writer.certificate(plan.path("certificate"));
    return writer.page.toString();
  }

  private void head(JsonNode plan) {
    line("# " + text(plan, "title"));
    line("");
    line(
        "%s to %s, planned by the %s. The certificate says **%s**."
            .formatted(
                text(plan, "startDate"),
                text(plan, "endDate"),
                text(plan, "source"),
                text(plan.path("certificate"), "verdict")));
  }

  private void day(JsonNode day) {
    line("");
    line("## " + text(day, "date"));
    line("");
    line("Weather: " + weather(day.path("weather")));
    line("");
    line("| time | place | what | way there | checks |");
    line("|---|---|---|---|---|");
    for (JsonNode stop : day.path("stops")) {
      line(
          "| %s–%s | %s | %s | %s | %s |"
              .formatted(
                  text(stop, "arrive"),
                  text(stop, "depart"),
                  cell(place(stop)),
                  cell(text(stop, "activity")),
                  leg(stop.path("legFromPrevious")),
                  checks(stop.path("checks"))));
    }
    for (JsonNode free : day.path("freeHours")) {
      line("");
      line(
          "Free for %s: %s–%s".formatted(text(free, "kind"), text(free, "from"), text(free, "to")));
    }
  }

  private static String weather(JsonNode sky) {
    String degrees = number(sky, "lowC") + " to " + number(sky, "highC") + " °C";
    return switch (text(sky, "kind")) {
      case "forecast" -> degrees;
      case "climate" ->
          "no forecast reaches that day; usual for the month are %s and rain on %s days (%s)"
              .formatted(degrees, number(sky, "rainDays"), text(sky, "source"));
      default -> "unknown";
    };
  }

  private static String place(JsonNode stop) {
    String name = text(stop, "name");
    String local = text(stop, "localName");
    return local.isEmpty() || local.equals(name) ? name : name + " (" + local + ")";
  }

  private static String leg(JsonNode leg) {
    return leg.isObject()
        ? "%s %d min, %.1f km%s"
            .formatted(
                text(leg, "mode"),
                leg.path("minutes").intValue(0),
                leg.path("meters").doubleValue(0) / 1000,
                leg.path("estimated").booleanValue(false) ? " (estimated)" : "")
        : "";
  }

  /// Each check with its verdict; reasons only where it is not a plain pass.
  private static String checks(JsonNode checks) {
    List<String> said = new ArrayList<>();
    checks.forEachEntry(
        (name, check) -> {
          String verdict = text(check, "verdict");
          said.add(
              verdict.equals("pass")
                  ? name + " ✓"
                  : "%s %s: %s".formatted(name, verdict, cell(text(check, "reason"))));
        });
    return String.join("<br>", said);
  }

  private void certificate(JsonNode certificate) {
    line("");
    line("## Certificate");
    line("");
    line(
        "**%s**, checked at %s."
            .formatted(text(certificate, "verdict"), text(certificate, "checkedAt")));
    if (!certificate.path("findings").isEmpty()) {
      line("");
    }
    for (JsonNode finding : certificate.path("findings")) {
      line(
          "- %s %s: %s"
              .formatted(
                  text(finding, "check"), text(finding, "verdict"), text(finding, "detail")));
    }
    line("");
    for (JsonNode source : certificate.path("sources")) {
      line("Source: %s, fetched %s".formatted(text(source, "provider"), text(source, "fetchedAt")));
    }
  }

  private static String text(JsonNode object, String field) {
    return object.path(field).stringValue("");
  }

  private static String number(JsonNode object, String field) {
    return object.path(field).asString("");
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
