package app.oddiya.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A user whose account is gone and whose token still lives.
class DeletedUserTest {

  private static final Issuer ISSUER = new Issuer("k1");

  private static NotesService notes;
  private static Client client;

  @BeforeAll
  static void start() {
    notes = NotesService.start(ISSUER, new Issuer("p1"));
    client = new Client(notes.running.port());
  }

  @AfterAll
  static void stop() {
    client.close();
    notes.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST   | /notes   | {\"title\":\"a\"} | application/json",
        "POST   | /notes   | {\"title\":1}     | application/json",
        "POST   | /notes   | {                 | application/json",
        "POST   | /notes   | a                 | text/plain",
        "PATCH  | /notes/2 | {}                | application/json",
        "PATCH  | /notes/1 | {}                | application/json",
        "DELETE | /notes/2 | ''                | ''"
      })
  void everyWriteIsRefusedForThatBeforeAnythingElse(
      String method, String path, String body, String mediaType) {
    String[] headers =
        mediaType.isEmpty()
            ? new String[] {"Authorization", token(NotesService.DELETED.toString())}
            : new String[] {
              "Authorization", token(NotesService.DELETED.toString()), "Content-Type", mediaType
            };

    var answer = client.send(method, path, body, headers);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("account_deleted");
    assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
  }

  @Test
  void readsFindWhatIsThereAndNothingElse() {
    String token = token(NotesService.DELETED.toString());

    assertThat(client.get("/notes/2", "Authorization", token).status()).isEqualTo(404);
    assertThat(client.get("/notes?limit=0", "Authorization", token).status()).isEqualTo(400);
  }

  @Test
  void theLivingAreRefusedForWhatIsWrong() {
    assertThat(client.send("DELETE", "/notes/2", "", "Authorization", token("7")).status())
        .isEqualTo(404);
  }

  private static String token(String user) {
    return "Bearer " + ISSUER.accessToken(user);
  }
}
