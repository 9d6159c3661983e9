package app.oddiya.adapters.postgres;

import java.util.Locale;

/// Where a service's schema is and who the service is there.
///
/// @param url `jdbc:postgresql://host:port/database`
/// @param user the login role that owns the schema
/// @param password of that role
/// @param pool connections at most, 1 or more; the pools of all processes together stay below the
///     server's `max_connections`
/// @param schema the one schema this process reads and writes
/// @param migrations when the schema is brought up to date
public record PostgresConfig(
    String url, String user, String password, int pool, Schema schema, Migrations migrations) {

  /// A schema, its tables' home, and the folder of its migrations.
  public enum Schema {
    USER(2),
    PLAN(7),
    VIDEO(5);

    private final String folder = name().toLowerCase(Locale.ROOT);
    private final int needed;

    Schema(int needed) {
      this.needed = needed;
    }

    /// `plan_service`, also the usual name of the role that owns it.
    public String schemaName() {
      return folder + "_service";
    }

    /// The latest migration without which this release cannot work. A later one does it no harm: it
    /// may be the next release's.
    int needed() {
      return needed;
    }

    String migrations() {
      return "classpath:db/migration/" + folder;
    }
  }

  /// Who brings the schema up to date, and when.
  public enum Migrations {
    /// The service itself when it starts.
    AT_START,
    /// Somebody else: the service only looks whether it has been done, and is not ready before.
    APART;

    /// @param text `start` or `apart`, as `ODDIYA_MIGRATIONS` says it
    /// @throws IllegalArgumentException for anything else, with what it must be
    public static Migrations of(String text) {
      return switch (text) {
        case "start" -> AT_START;
        case "apart" -> APART;
        default -> throw new IllegalArgumentException("must be start or apart");
      };
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

  /// One whose schema is migrated when it is opened.
  public PostgresConfig(String url, String user, String password, int pool, Schema schema) {
    this(url, user, password, pool, schema, Migrations.AT_START);
  }

  /// Without the password, which no log may hold.
  @Override
  public String toString() {
    return "PostgresConfig[" + url + ", " + user + ", " + schema.schemaName() + "]";
  }
}
