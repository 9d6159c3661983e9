package app.oddiya.adapters.oidc;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A person in front of the provider's sign-in page.
final class SignInPage {

  private static final Pattern CODE = Pattern.compile("[?&\"]code(?:=|\" value=\")([^&\"]+)");

  private SignInPage() {}

  /// Fills in the form.
  ///
  /// @param claims JSON that the provider puts into the ID token
  /// @return the provider's code
  static String signIn(URI page, String username, String claims) {
    String form =
        "username="
            + URLEncoder.encode(username, StandardCharsets.UTF_8)
            + "&claims="
            + URLEncoder.encode(claims, StandardCharsets.UTF_8);
    try (HttpClient browser = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          browser.send(
              HttpRequest.newBuilder(page)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString(form))
                  .build(),
              BodyHandlers.ofString());
      Matcher code = CODE.matcher(answer.headers().firstValue("Location").orElse(answer.body()));
      if (!code.find()) {
        throw new AssertionError(answer.statusCode() + " without a code: " + answer.body());
      }
      return code.group(1);
    } catch (IOException e) {
      throw new AssertionError("the provider did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
