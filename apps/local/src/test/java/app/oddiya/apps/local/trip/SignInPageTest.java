package app.oddiya.apps.local.trip;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.apps.stores.junit.OpenIdExtension;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The provider is the real one of `./oddiya up`; who it sends the browser back to is a stand-in.
class SignInPageTest {

  @RegisterExtension static final OpenIdExtension provider = new OpenIdExtension();

  private final HttpServer callback;

  SignInPageTest() throws IOException {
    callback = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    callback.createContext("/callback", SignInPageTest::handOver);
    callback.start();
  }

  @AfterEach
  void stop() {
    callback.stop(0);
  }

  @Test
  void theBrowserEndsAtTheAppAfterARedirect() {
    assertThat(signedIn(provider.googleIssuer(), "query").toString())
        .matches("oddiya://auth/callback\\?method=GET&code=[^&]+&state=our-state");
  }

  @Test
  void theBrowserEndsAtTheAppAfterAFormThatSubmitsItself() {
    assertThat(signedIn(provider.appleIssuer(), "form_post").toString())
        .matches("oddiya://auth/callback\\?method=POST&code=[^&]+&state=our-state");
  }

  private URI signedIn(URI issuer, String responseMode) {
    URI page =
        URI.create(
            issuer
                + "/authorize?response_type=code&client_id=c&scope=openid&state=our-state&nonce=n"
                + "&response_mode="
                + responseMode
                + "&redirect_uri=http://127.0.0.1:"
                + callback.getAddress().getPort()
                + "/callback");
    try (Http http = new Http(line -> {})) {
      return new SignInPage(http).signIn(page, Map.of("username", "someone", "claims", "{}"));
    }
  }

  private static void handOver(HttpExchange exchange) throws IOException {
    String given =
        exchange.getRequestMethod().equals("GET")
            ? exchange.getRequestURI().getRawQuery()
            : new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    exchange
        .getResponseHeaders()
        .set(
            "Location",
            "oddiya://auth/callback?method=" + exchange.getRequestMethod() + "&" + given);
    exchange.sendResponseHeaders(303, -1);
    exchange.close();
  }
}
