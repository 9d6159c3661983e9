package app.oddiya.apps.stores;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.apps.stores.junit.OpenIdExtension;
import app.oddiya.apps.stores.junit.PostgresExtension;
import app.oddiya.apps.stores.junit.RedisExtension;
import app.oddiya.apps.stores.junit.S3Extension;
import app.oddiya.apps.stores.junit.SqsExtension;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExtensionsTest {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();
  @RegisterExtension static final RedisExtension redis = new RedisExtension();
  @RegisterExtension static final S3Extension s3 = new S3Extension();
  @RegisterExtension static final SqsExtension sqs = new SqsExtension();
  @RegisterExtension static final OpenIdExtension openId = new OpenIdExtension();

  private static final HttpClient http = HttpClient.newHttpClient();

  @AfterAll
  static void closeClient() {
    http.close();
  }

  @Test
  void postgresIsSeventeenAndGivesEachServiceItsOwnSchemaOnly() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                postgres.jdbcUrl(),
                postgres.user("plan_service"),
                postgres.password("plan_service"));
        var statement = connection.createStatement()) {
      try (ResultSet row =
          statement.executeQuery(
              """
              SELECT current_setting('server_version'), current_schema,
                     has_schema_privilege('user_service', 'USAGE')
              """)) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1)).startsWith("17.");
        assertThat(row.getString(2)).isEqualTo("plan_service");
        assertThat(row.getBoolean(3)).isFalse();
      }
      statement.execute("CREATE TABLE mine (id BIGINT)");
    }
  }

  @Test
  void redisAnswers() throws IOException {
    URI url = URI.create(redis.url());
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII))
          .isEqualTo("+PONG");
    }
  }

  @Test
  void s3RefusesWhatIsNotSigned() throws Exception {
    HttpRequest put =
        HttpRequest.newBuilder(s3.endpoint().resolve("/" + s3.bucket() + "/a"))
            .PUT(HttpRequest.BodyPublishers.ofString("mine now"))
            .build();
    assertThat(http.send(put, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    assertThat(get(s3.endpoint().resolve("/" + s3.bucket())).statusCode()).isEqualTo(403);
  }

  @Test
  void sqsKnowsTheQueue() throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(sqs.endpoint())
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "AmazonSQS.GetQueueUrl")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"QueueName\": \"%s-dlq\"}".formatted(sqs.queue())))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains(sqs.endpoint().getAuthority());
  }

  @Test
  void openIdPlaysTwoProviders() throws Exception {
    for (URI issuer : new URI[] {openId.googleIssuer(), openId.appleIssuer()}) {
      HttpResponse<String> answer = get(URI.create(issuer + "/.well-known/openid-configuration"));
      assertThat(answer.body()).contains("\"" + issuer + "\"");
    }
  }

  private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
