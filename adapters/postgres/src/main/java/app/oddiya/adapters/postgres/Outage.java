package app.oddiya.adapters.postgres;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/// Tells a server that cannot work just now from a statement that is wrong, by SQLSTATE
/// (PostgreSQL's appendix A).
final class Outage {

  /// Classes of which every member passes by itself: connections, resources, the operator's hand
  /// (shutdown, start-up, a statement timeout), the machine underneath.
  private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

  /// Single codes: serialization failure, deadlock, lock timeout, transaction idle for too long,
  /// and a standby that has not been promoted yet.
  private static final Set<String> CODES = Set.of("40001", "40P01", "55P03", "25P03", "25006");

  private Outage() {}

  static boolean isSaidBy(SQLException e) {
    // The pool gave up waiting for a connection, or whoever waited was told to stop.
    if (e instanceof SQLTransientConnectionException
        || e.getCause() instanceof InterruptedException) {
      return true;
    }
    String state = e.getSQLState();
    return state != null
        && state.length() == 5
        && (CLASSES.contains(state.substring(0, 2)) || CODES.contains(state));
  }
}
