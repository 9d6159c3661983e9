package app.oddiya.adapters.postgres;

import java.util.Locale;

/// Where a service's schema is and who the service is there.
///
/// @param url `jdbc:postgresql://host:port/database`
/// @param user the login role that owns the schema
/// @param password of that role
/// @param pool connections at most, 1 or more; the pools of all processes together stay below the
///     server's `max_connections`
/// @param schema the one schema this process reads, writes and migrates
public record PostgresConfig(String url, String user, String password, int pool, Schema schema) {

  /// A schema, its tables' home, and the folder of its migrations.
  public enum Schema {
    USER,
    PLAN,
    VIDEO;

    private final String folder = name().toLowerCase(Locale.ROOT);

    /// `plan_service`, also the usual name of the role that owns it.
    public String schemaName() {
      return folder + "_service";
    }

    String migrations() {
      return "classpath:db/migration/" + folder;
    }
  }

  public PostgresConfig {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException("url: " + url + " (expected: jdbc:postgresql:...)");
    }
    if (pool < 1) {
      throw new IllegalArgumentException("pool: " + pool + " (expected: >= 1)");
    }
  }

  /// Without the password, which no log may hold.
  @Override
  public String toString() {
    return "PostgresConfig[" + url + ", " + user + ", " + schema.schemaName() + "]";
  }
}
