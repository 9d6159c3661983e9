package app.oddiya.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

  /// In order: connection lost, too many connections, statement timeout, server shutting down, disk
  /// error, serialization failure, deadlock, lock timeout, idle transaction, standby.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "08006", "53300", "57014", "57P01", "58030", "40001", "40P01", "55P03", "25P03", "25006"
      })
  void a_server_that_cannot_work_just_now_is_an_outage(String state) {
    assertThat(Outage.isSaidBy(new SQLException("", state))).isTrue();
  }

  /// In order: syntax error, unique violation, division by zero, unknown table.
  @ParameterizedTest
  @ValueSource(strings = {"42601", "23505", "22012", "42P01"})
  void a_statement_that_is_wrong_is_not(String state) {
    assertThat(Outage.isSaidBy(new SQLException("", state))).isFalse();
  }

  @Test
  void an_exhausted_pool_is_an_outage() {
    assertThat(Outage.isSaidBy(new SQLTransientConnectionException("timed out"))).isTrue();
  }

  @Test
  void a_caller_told_to_stop_while_it_waited_meets_no_bug() {
    assertThat(Outage.isSaidBy(new SQLException("interrupted", new InterruptedException())))
        .isTrue();
  }

  @Test
  void without_a_state_nothing_is_assumed() {
    assertThat(Outage.isSaidBy(new SQLException(""))).isFalse();
  }
}
