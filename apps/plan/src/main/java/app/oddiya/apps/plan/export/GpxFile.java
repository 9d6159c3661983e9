package app.oddiya.apps.plan.export;

import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.Plan;
import io.jenetics.jpx.GPX;
import io.jenetics.jpx.Metadata;
import io.jenetics.jpx.Route;
import io.jenetics.jpx.WayPoint;
import java.util.List;

/// A plan as GPX 1.1: a waypoint a stop, and a route a day. Times stand in the descriptions, as a
/// waypoint's `time` is that at which it was recorded.
public final class GpxFile {

  public static final String MEDIA_TYPE = "application/gpx+xml";

  private GpxFile() {}

  public static String of(Plan plan) {
    GPX.Builder gpx =
        GPX.builder("Oddiya")
            .metadata(
                Metadata.builder()
                    .name(PlainText.of(plan.trip().title()))
                    .time(plan.updatedAt())
                    .build())
            .wayPoints(Visit.of(plan.trip()).stream().map(GpxFile::point).toList());
    List<Day> days = plan.trip().days();
    for (int i = 0; i < days.size(); i++) {
      if (!days.get(i).stops().isEmpty()) {
        gpx.addRoute(route(i + 1, days.get(i)));
      }
    }
    return GPX.Writer.DEFAULT.toString(gpx.build());
  }

  private static Route route(int number, Day day) {
    return Route.builder()
        .name(day.date().toString())
        .number(number)
        .points(Visit.of(day).stream().map(GpxFile::point).toList())
        .build();
  }

  private static WayPoint point(Visit visit) {
    return WayPoint.builder()
        .lat(visit.stop().position().lat())
        .lon(visit.stop().position().lng())
        .name(visit.name())
        .desc(
            "%s %s-%s\n%s"
                .formatted(
                    visit.date(),
                    visit.stop().arrive(),
                    visit.stop().depart(),
                    visit.description()))
        .type(visit.stop().category().code())
        .build();
  }
}
