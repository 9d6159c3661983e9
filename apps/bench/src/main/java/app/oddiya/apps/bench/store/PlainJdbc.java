package app.oddiya.apps.bench.store;

import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.shared.UserId;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the repository does, by somebody in a hurry: a connection from a pool as every service has
/// it, columns read by their number, JSON read into trees and no further.
final class PlainJdbc implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private static final String FIND =
      """
      select
        title, start_date, end_date, language, source, notes, version, created_at, updated_at,
        destination, request, days, totals, certificate,
        (select json_agg(
           json_build_object(
             'day', day, 'position', position, 'stopId', stop_id, 'placeId', place_id,
             'location', location, 'activity', activity, 'visit', visit)
           order by position)
         from plan_details where plan_id = travel_plans.id) as details
      from travel_plans
      where id = ? and user_id = ?
      """;

  private static final String LIST =
      """
      select
        id, title, destination, start_date, end_date, source, verdict, created_at, updated_at
      from travel_plans
      where user_id = ? and (created_at, id) < ('9999-12-31', 9223372036854775807)
      order by created_at desc, id desc
      limit ?
      """;

  private static final int FIRST_JSON_OF_FIND = 10;
  private static final int LAST_OF_FIND = 15;
  private static final int LAST_OF_LIST = 9;

  private final HikariDataSource pool = new HikariDataSource();

  PlainJdbc(PlanStore store) {
    pool.setJdbcUrl(store.url() + "?currentSchema=" + PlanStore.ROLE);
    pool.setUsername(PlanStore.ROLE);
    pool.setPassword(store.password());
    pool.setMaximumPoolSize(2);
  }

  /// The columns of a plan as texts.
  List<String> read(UserId owner, PlanId id) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setLong(1, id.value());
      find.setLong(2, owner.value());
      try (ResultSet row = find.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("no plan " + id);
        }
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= LAST_OF_FIND; column++) {
          columns.add(String.valueOf(row.getString(column)));
        }
        return columns;
      }
    }
  }

  /// The same with its JSON read.
  List<JsonNode> readAndParse(UserId owner, PlanId id) throws SQLException {
    List<String> columns = read(owner, id);
    List<JsonNode> trees = new ArrayList<>();
    for (int column = FIRST_JSON_OF_FIND; column <= LAST_OF_FIND; column++) {
      trees.add(JSON.readTree(columns.get(column - 1)));
    }
    return trees;
  }

  /// The first page of a traveller's plans.
  List<List<Object>> list(UserId owner, int limit) throws SQLException {
    List<List<Object>> page = new ArrayList<>();
    try (Connection connection = pool.getConnection();
        PreparedStatement list = connection.prepareStatement(LIST)) {
      list.setLong(1, owner.value());
      list.setInt(2, limit + 1);
      try (ResultSet row = list.executeQuery()) {
        while (row.next()) {
          page.add(listed(row));
        }
      }
    }
    return page;
  }

  private static List<Object> listed(ResultSet row) throws SQLException {
    List<Object> columns = new ArrayList<>();
    columns.add(row.getLong(1));
    columns.add(row.getString(2));
    columns.add(JSON.readTree(row.getString(3)));
    for (int column = 4; column <= LAST_OF_LIST - 2; column++) {
      columns.add(row.getString(column));
    }
    columns.add(row.getObject(LAST_OF_LIST - 1, OffsetDateTime.class).toInstant());
    columns.add(row.getObject(LAST_OF_LIST, OffsetDateTime.class).toInstant());
    return columns;
  }

  @Override
  public void close() {
    pool.close();
  }
}
