package app.oddiya.apps.stores;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// An OpenID provider with a sign-in page; each first path segment is a provider of its own.
///
/// Its issuer follows the `Host` it is asked by, so it must be called by one name everywhere:
/// `127.0.0.1`.
public final class OpenId implements Store {

  private final ChildProcess process;
  private final int port;

  private OpenId(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  public static OpenId start(Home home, int port) {
    ChildProcess process =
        JavaStore.start(
            home,
            "openid",
            app.oddiya.apps.stores.openid.Main.class,
            64,
            Map.of("PORT", Integer.toString(port)));
    return new OpenId(process, port);
  }

  /// What the provider calls itself.
  ///
  /// @param provider `google` or `apple`
  public URI issuer(String provider) {
    return URI.create("http://127.0.0.1:" + port + "/" + provider);
  }

  @Override
  public String name() {
    return process.name();
  }

  @Override
  public CompletableFuture<?> ended() {
    return process.ended();
  }

  @Override
  public void close() {
    process.close();
  }
}
