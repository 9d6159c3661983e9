package app.oddiya.apps.local.trip;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/// What Google and Apple give to apps for signing in without us: a public client of the provider's
/// own that comes back with an ID token (RFC 8252).
///
/// @param redirect of the app's own scheme
public record SignInLibrary(URI issuer, String clientId, String redirect) {

  /// The traveller signs in.
  ///
  /// @param nonce that the ID token is to carry
  public String idToken(Traveller traveller, String nonce) {
    String verifier = Phone.random(32);
    String page =
        issuer
            + "/auth?response_type=code&scope=openid+email&state=s&code_challenge_method=S256"
            + "&client_id=%s&redirect_uri=%s&nonce=%s&code_challenge=%s"
                .formatted(clientId, redirect, nonce, Phone.challenge(verifier));
    try (Http http = new Http(line -> {})) {
      URI back = new SignInPage(http).signIn(URI.create(page), Phone.typed(traveller));
      Map<String, String> given = Phone.query(back);
      if (!given.containsKey("code")) {
        throw new TripFailure("the provider gave no code: " + given.get("error_description"));
      }
      String form =
          "grant_type=authorization_code&code=%s&code_verifier=%s&client_id=%s&redirect_uri=%s"
              .formatted(given.get("code"), verifier, clientId, Phone.encoded(redirect));
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(issuer + "/token"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form));
      return Json.text(Json.expect(200, http.send(request)), "id_token");
    }
  }

  /// As apps give a nonce to Apple's library.
  public static String hashed(String nonce) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(nonce.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
