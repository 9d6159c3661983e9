package app.oddiya.apps.stores.openid;

import java.net.InetAddress;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

/// An OpenID provider with a sign-in page, which is as many providers as there are first path
/// segments: `/google` and `/apple` are ours. Environment: `PORT`, `ODDIYA_STORES_BIND`.
public final class Main {

  /// The page takes any name, and claims such as `{"email": "..."}` to go into the ID token.
  private static final String SETTINGS =
      """
      {"interactiveLogin": true, "httpServer": "NettyWrapper"}
      """;

  private Main() {}

  public static void main(String[] args) {
    Map<String, String> environment = System.getenv();
    String port = environment.getOrDefault("PORT", "9400");
    MockOAuth2Server server = new MockOAuth2Server(OAuth2Config.Companion.fromJson(SETTINGS));
    String bind = environment.getOrDefault("ODDIYA_STORES_BIND", "127.0.0.1");
    server.start(InetAddress.ofLiteral(bind), Integer.parseInt(port));
    System.out.println("oddiya store ready on port " + port);
  }
}
