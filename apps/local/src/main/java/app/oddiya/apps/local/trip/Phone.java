package app.oddiya.apps.local.trip;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The mobile app, without its screens: each method is something a traveller does.
public final class Phone implements AutoCloseable {

  private static final String REDIRECT = "oddiya://auth/callback";

  private final URI gateway;
  private final Http http;
  private @Nullable Tokens tokens;

  public Phone(URI gateway, TripLog log) {
    this.gateway = gateway;
    this.http = new Http(log);
  }

  /// What the browser hands over to the app when the provider is done with the traveller.
  ///
  /// @param code good once, and only together with the verifier
  public record Handover(String provider, String code, String verifier) {}

  /// Signs in: authorization code flow with PKCE towards our own server (RFC 7636), the provider's
  /// page in between.
  public void signIn(Traveller traveller) {
    redeem(comeBack(traveller));
  }

  /// The first half of signing in: to the provider and back.
  public Handover comeBack(Traveller traveller) {
    String verifier = random(32);
    String state = random(16);
    JsonNode start =
        Json.expect(
            200,
            http.send(
                to(
                    "/oauth2/authorize/%s?redirectUri=%s&codeChallenge=%s&state=%s"
                        .formatted(
                            traveller.provider(), encoded(REDIRECT), challenge(verifier), state))));
    URI handedOver =
        new SignInPage(http)
            .signIn(URI.create(Json.text(start, "authorizationUrl")), typed(traveller));
    Map<String, String> given = query(handedOver);
    if (!state.equals(given.get("state")) || !handedOver.toString().startsWith(REDIRECT + "?")) {
      throw new TripFailure("signing in came back with another state, or elsewhere");
    }
    String code = given.get("code");
    if (code == null) {
      throw new TripFailure("signing in was refused: " + given.get("error"));
    }
    return new Handover(traveller.provider(), code, verifier);
  }

  /// By the names of the fields, which are not the same at every provider.
  static Map<String, String> typed(Traveller traveller) {
    String claims =
        Json.mapper
            .createObjectNode()
            .put("email", traveller.email())
            .put("email_verified", true)
            .put("name", traveller.name())
            .toString();
    return Map.of(
        "username",
        traveller.subject(),
        "claims",
        claims,
        "login",
        traveller.subject(),
        "password",
        "any");
  }

  /// The second half: the code for tokens.
  public void redeem(Handover handover) {
    ObjectNode exchange =
        Json.mapper
            .createObjectNode()
            .put("code", handover.code)
            .put("codeVerifier", handover.verifier);
    JsonNode answer =
        Json.expect(200, http.send(json(to("/oauth2/callback/" + handover.provider), exchange)));
    tokens = new Tokens(Json.text(answer, "accessToken"), Json.text(answer, "refreshToken"));
  }

  /// Begins to sign in without a browser: what the provider is to put into its ID token.
  public String nonce() {
    HttpRequest.Builder request = to("/oauth2/nonces").POST(HttpRequest.BodyPublishers.noBody());
    return Json.text(Json.expect(201, http.send(request)), "nonce");
  }

  /// Signs in without a browser: the provider's ID token for tokens of ours (RFC 8693).
  public void exchange(String idToken) {
    String form =
        "grant_type=urn:ietf:params:oauth:grant-type:token-exchange"
            + "&subject_token_type=urn:ietf:params:oauth:token-type:id_token&subject_token="
            + idToken;
    tokens = tokens(Json.expect(200, http.send(form(to("/oauth2/token"), form))));
  }

  /// Trades the refresh token for new tokens.
  public void refresh() {
    String form = "grant_type=refresh_token&refresh_token=" + encoded(signedIn().refresh());
    JsonNode answer = Json.expect(200, http.send(form(to("/oauth2/token"), form)));
    Tokens successor = tokens(answer);
    if (successor.refresh().equals(signedIn().refresh())) {
      throw new TripFailure("the refresh token was not rotated");
    }
    tokens = successor;
  }

  private static Tokens tokens(JsonNode answer) {
    return new Tokens(Json.text(answer, "access_token"), Json.text(answer, "refresh_token"));
  }

  /// Ends the session; the phone still holds its tokens.
  public void signOut() {
    String form = "token=" + encoded(signedIn().refresh());
    Json.expect(200, http.send(form(to("/oauth2/revoke"), form)));
  }

  /// The account, as the traveller sees it.
  public JsonNode me() {
    return Json.expect(200, http.send(authorized("/users/me")));
  }

  /// Lets the system push to this phone.
  public void registerDevice(String deviceId, String platform, String pushToken) {
    ObjectNode device =
        Json.mapper.createObjectNode().put("platform", platform).put("pushToken", pushToken);
    Json.expect(
        204,
        http.send(
            authorized("/users/me/devices/" + deviceId)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(device.toString()))));
  }

  /// Has a plan drafted, and sees it come.
  ///
  /// @param seen is handed the name and the data of each event
  /// @return the plan as it was stored
  public JsonNode generatePlan(ObjectNode wish, BiConsumer<String, JsonNode> seen) {
    HttpRequest.Builder request =
        json(authorized("/api/v1/plans/generate"), wish)
            .header("Accept", "text/event-stream")
            .header("Idempotency-Key", UUID.randomUUID().toString());
    HttpResponse<Stream<String>> answer = http.lines(request);
    try (Stream<String> lines = answer.body()) {
      if (answer.statusCode() != 200) {
        throw new TripFailure(
            "POST /api/v1/plans/generate answered %d: %s"
                .formatted(answer.statusCode(), lines.collect(Collectors.joining("\n"))));
      }
      List<JsonNode> stored = new ArrayList<>();
      ServerEvents.read(
          lines,
          event -> {
            JsonNode data = Json.parsed(event.data());
            if (event.name().equals("error")) {
              throw new TripFailure("no plan: " + event.data());
            }
            seen.accept(event.name(), data);
            if (event.name().equals("plan")) {
              stored.add(data);
            }
            return stored.isEmpty();
          });
      if (stored.isEmpty()) {
        throw new TripFailure("the stream of the plan ended without a plan");
      }
      return stored.getFirst();
    }
  }

  /// The body of the plan, as it was sent.
  public String plan(String id) {
    HttpResponse<String> answer = http.send(authorized("/api/v1/plans/" + id));
    Json.expect(200, answer);
    return answer.body();
  }

  /// Uploads photos straight to the store.
  ///
  /// @param done is told how many are there
  /// @return what to call them in a film
  public List<String> upload(List<Photo> photos, Consumer<Integer> done) {
    return upload("photo", photos, done);
  }

  /// Uploads a track in the place of ours.
  ///
  /// @param wave a WAV file
  public String uploadMusic(Path wave) {
    return upload("music", List.of(new Photo(wave, "audio/wav")), _ -> {}).getFirst();
  }

  private List<String> upload(String kind, List<Photo> photos, Consumer<Integer> done) {
    ArrayNode files = Json.mapper.createArrayNode();
    for (Photo photo : photos) {
      byte[] bytes = photo.bytes();
      files
          .addObject()
          .put("kind", kind)
          .put("contentType", photo.contentType())
          .put("bytes", bytes.length)
          .put("sha256", Photo.sha256(bytes));
    }
    ObjectNode wish = Json.mapper.createObjectNode();
    wish.set("files", files);
    JsonNode uploads =
        Json.expect(201, http.send(json(authorized("/api/v1/videos/uploads"), wish)))
            .path("uploads");
    if (uploads.size() != photos.size()) {
      throw new TripFailure(photos.size() + " uploads were asked for, got " + uploads);
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < photos.size(); i++) {
      put(photos.get(i), uploads.get(i));
      names.add(Json.text(uploads.get(i), "fileUrl"));
      done.accept(i + 1);
    }
    return names;
  }

  private void put(Photo photo, JsonNode upload) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Json.text(upload, "url")));
    upload
        .path("headers")
        .forEachEntry(
            (name, value) -> {
              // The client sets these two itself, from the body and the address.
              if (!name.equalsIgnoreCase("Content-Length") && !name.equalsIgnoreCase("Host")) {
                request.header(name, value.stringValue());
              }
            });
    HttpResponse<String> answer =
        http.send(
            request.method(
                Json.text(upload, "method"),
                HttpRequest.BodyPublishers.ofByteArray(photo.bytes())));
    if (answer.statusCode() != 200) {
      throw new TripFailure(
          "the store answered %d to %s: %s"
              .formatted(answer.statusCode(), photo.file().getFileName(), answer.body()));
    }
  }

  /// Asks for a film. Asking again with the same key gives the same job.
  ///
  /// @return the job's id
  public String requestFilm(FilmWish wish, UUID idempotencyKey) {
    ObjectNode body = Json.mapper.createObjectNode();
    ArrayNode photoUrls = body.putArray("photoUrls");
    wish.photoUrls().forEach(photoUrls::add);
    body.put("template", "basic")
        .put("aspect", "9:16")
        .put("seconds", wish.seconds())
        .put("planId", wish.planId())
        .put("title", wish.title());
    wish.music().ifPresent(fileUrl -> body.put("music", fileUrl));
    HttpRequest.Builder request =
        json(authorized("/api/v1/videos"), body)
            .header("Idempotency-Key", idempotencyKey.toString());
    return Json.text(Json.expect(202, http.send(request)), "jobId");
  }

  /// How far the film is.
  public JsonNode film(String jobId) {
    return Json.expect(200, http.send(authorized("/api/v1/videos/" + jobId)));
  }

  /// Fetches a file from the store by an address that says by itself who may.
  public byte[] download(String url) {
    HttpResponse<byte[]> answer = http.bytes(HttpRequest.newBuilder(URI.create(url)));
    if (answer.statusCode() != 200) {
      throw new TripFailure("the store answered " + answer.statusCode() + " to a download");
    }
    return answer.body();
  }

  private HttpRequest.Builder authorized(String path) {
    return to(path).header("Authorization", "Bearer " + signedIn().access());
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(gateway.resolve(path));
  }

  private static HttpRequest.Builder form(HttpRequest.Builder request, String body) {
    return request
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static HttpRequest.Builder json(HttpRequest.Builder request, JsonNode body) {
    return request
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
  }

  /// What it shows at every call.
  public String accessToken() {
    return signedIn().access();
  }

  /// What it trades for new tokens.
  public String refreshToken() {
    return signedIn().refresh();
  }

  private Tokens signedIn() {
    if (tokens == null) {
      throw new IllegalStateException("not signed in");
    }
    return tokens;
  }

  static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static String random(int bytes) {
    byte[] drawn = new byte[bytes];
    new SecureRandom().nextBytes(drawn);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
  }

  static Map<String, String> query(URI uri) {
    return Arrays.stream(uri.getRawQuery().split("&", -1))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.close();
  }
}
