package app.oddiya.adapters.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.stream.Collectors;

/// What a phone's own sign-in does with a provider, as far as it can be seen.
///
/// @param app our client there
record PhoneSignIn(URI issuer, String app) {

  /// A code that nobody has redeemed.
  String code(String username, String nonce) {
    URI page =
        URI.create(
            issuer
                + "/authorize?"
                + form(
                    Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        app,
                        "redirect_uri",
                        "https://phone.example/back",
                        "scope",
                        "openid",
                        "state",
                        "s",
                        "nonce",
                        nonce)));
    return SignInPage.signIn(page, username, "{}");
  }

  String idToken(String username, String nonce) {
    var grant =
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code(username, nonce),
            "redirect_uri",
            "https://phone.example/back");
    return String.valueOf(ask(grant).get("id_token"));
  }

  /// Whether the provider still takes a refresh token.
  boolean isGood(String refreshToken) {
    return ask(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken))
        .containsKey("access_token");
  }

  private Map<String, Object> ask(Map<String, String> grant) {
    try (HttpClient phone = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          phone.send(
              HttpRequest.newBuilder(URI.create(issuer + "/token"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          form(grant) + "&client_id=" + app + "&client_secret=x"))
                  .build(),
              BodyHandlers.ofString());
      return JSONObjectUtils.parse(answer.body());
    } catch (IOException | ParseException e) {
      throw new AssertionError("the provider did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
