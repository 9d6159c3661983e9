package app.oddiya.apps.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoresTest {

  private static final Stores.Names NAMES =
      new Stores.Names("oddiya", "oddiya-media", "oddiya-video-jobs");

  @Test
  void whatWasCommittedIsThereAfterTheNextStart(@TempDir Path directory) throws SQLException {
    Home home = new Home(directory);
    StorePorts ports = StorePorts.free();
    try (Stores stores =
        Stores.start(home, Secrets.in(home), ports, NAMES, List.of(Stores.Kind.POSTGRES))) {
      assertThat(stores.running()).hasSize(1);
      sql(home, ports, "CREATE TABLE kept AS SELECT 7 AS value");
    }
    try (Stores stores =
        Stores.start(home, Secrets.in(home), ports, NAMES, List.of(Stores.Kind.POSTGRES))) {
      assertThat(stores.running()).hasSize(1);
      assertThat(sql(home, ports, "SELECT value FROM kept")).isEqualTo("7");
      assertThat(sql(home, ports, "SHOW fsync")).isEqualTo("on");
      assertThat(sql(home, ports, "SHOW synchronous_commit")).isEqualTo("on");
    }
  }

  private static String sql(Home home, StorePorts ports, String sql) throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/oddiya";
    try (Connection connection =
            DriverManager.getConnection(url, "plan_service", Secrets.in(home).of("plan_service"));
        var statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet rows = statement.getResultSet()) {
        assertThat(rows.next()).isTrue();
        return rows.getString(1);
      }
    }
  }
}
