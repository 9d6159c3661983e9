package app.oddiya.apps.plan;

import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Call;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.Reply;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import app.oddiya.application.planning.ReadPlan;
import app.oddiya.apps.plan.export.CalendarFile;
import app.oddiya.apps.plan.export.GeoJsonFile;
import app.oddiya.apps.plan.export.GpxFile;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/// A plan as a file for calendars and maps.
final class ExportRoutes {

  private static final String ID = "[1-9][0-9]{0,17}";

  private final ReadPlan readPlan;

  ExportRoutes(ReadPlan readPlan) {
    this.readPlan = readPlan;
  }

  Routes all() {
    return Routes.of(
        route("ics", "A plan for calendars", CalendarFile.MEDIA_TYPE, CalendarFile::of),
        route("gpx", "A plan for navigators", GpxFile.MEDIA_TYPE, GpxFile::of),
        route("geojson", "A plan for maps", GeoJsonFile.MEDIA_TYPE, GeoJsonFile::of));
  }

  private Route route(
      String ending, String summary, String mediaType, Function<Plan, String> file) {
    return Route.get("/api/v1/plans/{id}." + ending, Caller.user())
        .summary(summary)
        .where("id", ID)
        .answersDocument(200, mediaType, "The file", "ETag", "Content-Disposition")
        .finding(this::find)
        .handledBy((_, plan) -> answer(plan, ending, mediaType, file.apply(plan)));
  }

  private Optional<Plan> find(Call call) {
    return PlanId.parse(call.path("id"))
        .flatMap(id -> readPlan.read(call.user(), id, call.deadline()));
  }

  private static Answer answer(Plan plan, String ending, String mediaType, String file) {
    return Reply.document(200, mediaType, file)
        .withETag(PlanView.tag(plan))
        .with("Content-Disposition", named(plan, ending));
  }

  /// A plain name, and the title for whoever reads it (RFC 6266, section 4.3).
  private static String named(Plan plan, String ending) {
    String title = plan.trip().title().replaceAll("[^\\p{L}\\p{M}\\p{N} ()+,-]+", " ").strip();
    String encoded = URLEncoder.encode(title + "." + ending, StandardCharsets.UTF_8);
    return "attachment; filename=\"oddiya-%s.%s\"; filename*=UTF-8''%s"
        .formatted(plan.id(), ending, encoded.replace("+", "%20").replace("*", "%2A"));
  }
}
