package app.oddiya.apps.auth;

import app.oddiya.domain.identity.session.CodeVerifier;
import app.oddiya.domain.testkit.story.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An app, the browser it opens, and the person in front of both.
final class AppOnAPhone implements AutoCloseable {

  static final String REDIRECT = "oddiya://auth/callback";
  static final String STATE = "the app's own & täg";

  private static final Pattern CODE = Pattern.compile("[?&\"]code(?:=|\" value=\")([^&\"]+)");

  private final HttpClient http = HttpClient.newHttpClient();
  private final int auth;

  /// @param auth the port of the auth service
  AppOnAPhone(int auth) {
    this.auth = auth;
  }

  /// A sign-in that has begun.
  ///
  /// @param page of the provider
  record Begun(String provider, CodeVerifier verifier, URI page) {

    /// Our `state` at the provider.
    String state() {
      return parameter(page, "state");
    }
  }

  Begun begin(String provider) {
    CodeVerifier verifier = Secrets.freshVerifier();
    HttpResponse<String> answer = get(authorizePath(provider, verifier));
    return new Begun(
        provider, verifier, URI.create(json(answer).path("authorizationUrl").asString()));
  }

  static String authorizePath(String provider, CodeVerifier verifier) {
    return "/oauth2/authorize/%s?redirectUri=%s&codeChallenge=%s&state=%s"
        .formatted(
            provider, encoded(REDIRECT), Secrets.challengeOf(verifier).value(), encoded(STATE));
  }

  /// The person signs in on the provider's page; what comes back is the provider's code.
  String signInAtProvider(Begun begun, String username) {
    return signInAtProvider(begun, username, "{\"name\":\"지민\",\"email\":\"j@example.com\"}");
  }

  /// @param claims that the provider puts into the ID token
  String signInAtProvider(Begun begun, String username, String claims) {
    HttpResponse<String> answer =
        send(
            form(
                HttpRequest.newBuilder(begun.page()),
                Map.of("username", username, "claims", claims)));
    String where = answer.headers().firstValue("Location").orElse(answer.body());
    Matcher code = CODE.matcher(where);
    if (!code.find()) {
      throw new AssertionError(answer.statusCode() + " without a code: " + answer.body());
    }
    return code.group(1);
  }

  /// The browser comes back from Google.
  HttpResponse<String> backFromGoogle(String query) {
    return get("/oauth2/callback/google?" + query);
  }

  /// The browser comes back from Apple.
  HttpResponse<String> backFromApple(Map<String, String> form) {
    return send(form(request("/oauth2/callback/apple").header("Accept", "text/html"), form));
  }

  /// The whole way to the code of ours that the app is given.
  String codeFor(Begun begun, String username) {
    String providersCode = signInAtProvider(begun, username);
    HttpResponse<String> back =
        backFromGoogle("code=" + encoded(providersCode) + "&state=" + begun.state());
    return parameter(location(back), "code");
  }

  HttpResponse<String> redeem(String provider, String code, CodeVerifier verifier) {
    return postJson(
        "/oauth2/callback/" + provider,
        "{\"code\":\"%s\",\"codeVerifier\":\"%s\"}".formatted(code, verifier.value()));
  }

  /// A person who has just signed in: the tokens.
  JsonNode signedIn(String username) {
    Begun begun = begin("google");
    return json(redeem("google", codeFor(begun, username), begun.verifier()));
  }

  HttpResponse<String> refresh(String token) {
    return postForm("/oauth2/token", Map.of("grant_type", "refresh_token", "refresh_token", token));
  }

  /// A nonce for a sign-in of the phone's own.
  String nonce() {
    HttpResponse<String> answer = postForm("/oauth2/nonces", Map.of());
    return json(answer).path("nonce").asString();
  }

  /// Signs in with what the phone's own sign-in has given.
  ///
  /// @param more parameters beyond those of RFC 8693
  HttpResponse<String> exchange(String idToken, Map<String, String> more) {
    Map<String, String> parameters = new HashMap<>(more);
    parameters.put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
    parameters.put("subject_token_type", "urn:ietf:params:oauth:token-type:id_token");
    parameters.put("subject_token", idToken);
    return postForm("/oauth2/token", parameters);
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  HttpResponse<String> postForm(String path, Map<String, String> parameters) {
    return send(form(request(path), parameters));
  }

  HttpResponse<String> postJson(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + auth + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  static URI location(HttpResponse<String> answer) {
    return URI.create(
        answer
            .headers()
            .firstValue("Location")
            .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body())));
  }

  static String parameter(URI url, String name) {
    return Arrays.stream(url.getRawQuery().split("&", -1))
        .filter(parameter -> parameter.startsWith(name + "="))
        .map(parameter -> parameter.substring(name.length() + 1))
        .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
        .findFirst()
        .orElse("");
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  static HttpRequest.Builder form(HttpRequest.Builder request, Map<String, String> parameters) {
    String body =
        parameters.entrySet().stream()
            .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
            .collect(Collectors.joining("&"));
    return request
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body));
  }

  @Override
  public void close() {
    http.close();
  }
}
