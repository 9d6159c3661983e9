package app.oddiya.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.postgres.PostgresConfig.Migrations;
import app.oddiya.adapters.postgres.PostgresConfig.Schema;
import app.oddiya.apps.stores.junit.PostgresExtension;
import app.oddiya.domain.testkit.time.Eventually;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The pool's very first connection is lost while it is being set up, as it is at a start on a busy
/// machine. HikariCP takes what it could not learn from it for known and would refuse every later
/// connection.
class LostConnectionTest {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static final InstantSource CLOCK = InstantSource.system();
  private static final String ASKED = "SHOW TRANSACTION ISOLATION LEVEL";

  private final AtomicBoolean lost = new AtomicBoolean();

  @Test
  void the_pool_opens_others() throws IOException {
    Database.open(config(postgres.jdbcUrl(), Migrations.AT_START), CLOCK).close();
    URI server = URI.create(postgres.jdbcUrl().substring("jdbc:".length()));
    try (ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> admit(door, server.getPort()));
      String url = postgres.jdbcUrl().replace(":" + server.getPort(), ":" + door.getLocalPort());
      try (Database database = Database.open(config(url, Migrations.APART), CLOCK)) {
        Eventually.holds("it answers", Duration.ofSeconds(30), database::answers);
      }
    }
    assertThat(lost).isTrue();
  }

  private static PostgresConfig config(String url, Migrations migrations) {
    String name = Schema.PLAN.schemaName();
    return new PostgresConfig(
        url, postgres.user(name), postgres.password(name), 2, Schema.PLAN, migrations);
  }

  private void admit(ServerSocket door, int behind) {
    try {
      while (true) {
        Socket client = door.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
        Thread.ofVirtual().start(() -> carry(client, server));
        Thread.ofVirtual().start(() -> carry(server, client));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void carry(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        String said = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
        if (said.contains(ASKED) && lost.compareAndSet(false, true)) {
          return;
        }
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      // One side is gone, and the other goes as well.
    }
  }
}
