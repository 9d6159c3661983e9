package app.oddiya.adapters.postgres.planning;

import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.Certificate;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanDocument;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.PlanSource;
import app.oddiya.domain.planning.plan.PlanSummary;
import app.oddiya.domain.planning.plan.Totals;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.shared.UserId;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;

/// Reads a row of `travel_plans`.
final class PlanRow {

  private static final TypeReference<List<StoredDay>> DAYS = new TypeReference<>() {};
  private static final TypeReference<List<Detail>> DETAILS = new TypeReference<>() {};
  private static final TypeReference<List<HeldPlace>> PLACES = new TypeReference<>() {};

  private PlanRow() {}

  static Plan plan(ResultSet row) throws SQLException {
    return new Plan(
        new PlanId(row.getLong("id")),
        new UserId(row.getLong("user_id")),
        instant(row, "created_at"),
        instant(row, "updated_at"),
        row.getLong("version"),
        trip(row));
  }

  private static Trip trip(ResultSet row) throws SQLException {
    List<StoredDay> days = StoredJson.read(row.getBytes("days"), DAYS);
    return new Trip(
        row.getString("title"),
        Optional.ofNullable(row.getString("notes")),
        Language.valueOf(row.getString("language")),
        Optional.ofNullable(row.getBytes("request"))
            .map(json -> StoredJson.read(json, PlanRequest.class)),
        StoredJson.read(row.getBytes("destination"), Destination.class),
        row.getObject("start_date", LocalDate.class),
        row.getObject("end_date", LocalDate.class),
        PlanSource.valueOf(row.getString("source")),
        StoredDay.withStops(
            days,
            Optional.ofNullable(row.getBytes("details"))
                .map(json -> StoredJson.read(json, DETAILS))
                .orElse(List.of())),
        StoredJson.read(row.getBytes("totals"), Totals.class),
        StoredJson.read(row.getBytes("certificate"), Certificate.class));
  }

  /// Empty if the plan was last written by a release that keeps no document, or another.
  static Optional<PlanDocument> document(ResultSet row) throws SQLException {
    byte[] document = row.getBytes("document");
    return document == null
        ? Optional.empty()
        : Optional.of(
            new PlanDocument(
                new PlanId(row.getLong("id")),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                row.getLong("version"),
                ByteBuffer.wrap(document)));
  }

  static List<Place> places(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getBytes("places"))
        .map(json -> StoredJson.read(json, PLACES))
        .orElse(List.of())
        .stream()
        .map(HeldPlace::toPlace)
        .toList();
  }

  static PlanSummary summary(ResultSet row) throws SQLException {
    return new PlanSummary(
        new PlanId(row.getLong("id")),
        row.getString("title"),
        StoredJson.read(row.getBytes("destination"), Destination.class),
        row.getObject("start_date", LocalDate.class),
        row.getObject("end_date", LocalDate.class),
        PlanSource.valueOf(row.getString("source")),
        Verdict.valueOf(row.getString("verdict")),
        instant(row, "created_at"),
        instant(row, "updated_at"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
