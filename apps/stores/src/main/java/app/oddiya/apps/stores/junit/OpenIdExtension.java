package app.oddiya.apps.stores.junit;

import app.oddiya.apps.stores.OpenId;
import java.net.URI;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Gives a test class an OpenID provider that plays Google and Apple.
public final class OpenIdExtension implements BeforeAllCallback {

  private URI google = URI.create("http://127.0.0.1/google");
  private URI apple = URI.create("http://127.0.0.1/apple");

  @Override
  public void beforeAll(ExtensionContext context) {
    OpenId provider = TestStores.of(context).openId();
    google = provider.issuer("google");
    apple = provider.issuer("apple");
  }

  /// Discovery is at `{issuer}/.well-known/openid-configuration`. The sign-in page is a form that
  /// takes `username` (the `sub`) and `claims` (JSON that goes into the ID token).
  public URI googleIssuer() {
    return google;
  }

  public URI appleIssuer() {
    return apple;
  }
}
