package app.oddiya.apps.auth;

import app.oddiya.adapters.http.InternalTokens;
import app.oddiya.adapters.http.KeyFile;
import app.oddiya.adapters.oidc.ApplePrivateKey;
import app.oddiya.adapters.oidc.OidcConfig;
import app.oddiya.adapters.oidc.SigningKeys;
import app.oddiya.adapters.oidc.TokenConfig;
import app.oddiya.adapters.redis.RedisConfig;
import app.oddiya.adapters.redis.identity.ProviderTokenKeys;
import app.oddiya.adapters.services.identity.UserServiceConfig;
import app.oddiya.adapters.web.Settings;
import app.oddiya.adapters.web.Web;
import app.oddiya.adapters.web.limit.Quota;
import app.oddiya.domain.identity.session.AttemptLimit;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the auth service reads from its environment.
///
/// @param publicUrl the gateway, as apps and browsers see it
/// @param appRedirects where apps may be answered
/// @param accountLimit how often one account may be signed in to; empty for as often as one likes
/// @param internalTokens what siblings are shown
record Config(
    Web web,
    URI publicUrl,
    RedisConfig sessions,
    OidcConfig oidc,
    TokenConfig tokens,
    UserServiceConfig userService,
    Set<String> appRedirects,
    Optional<AttemptLimit> accountLimit,
    ProviderTokenKeys providerTokenKeys,
    InternalTokens internalTokens) {

  private static final String AUDIENCE = "oddiya";

  /// The one client there is, on whatever it runs.
  private static final String CLIENT_ID = "oddiya-app";

  static Config from(Settings settings) {
    Web web = Web.from(settings, "auth", 8081);
    URI publicUrl = settings.url("ODDIYA_PUBLIC_URL", URI.create("http://localhost:8080"));
    RedisConfig sessions = sessions(settings);
    OidcConfig.Google google = google(settings);
    Apple apple = Apple.from(settings);
    URI userService = settings.url("ODDIYA_USER_URL", URI.create("http://127.0.0.1:8082"));
    Set<String> appRedirects = appRedirects(settings);
    Optional<AttemptLimit> accountLimit = accountLimit(settings);
    Optional<ProviderTokenKeys> providerTokenKeys =
        read(settings, "ODDIYA_PROVIDER_TOKEN_KEYS", ProviderTokenKeys::read);
    Optional<KeyFile<SigningKeys>> signingKeys =
        read(settings, "ODDIYA_SIGNING_KEYS", Config::signingKeys);
    Optional<InternalTokens> internalTokens =
        read(settings, "ODDIYA_AUTH_INTERNAL_KEY", Config::internalTokens);
    // Keys have no stand-ins: only now that everything has been read may a missing one throw.
    return new Config(
        web,
        publicUrl,
        sessions,
        new OidcConfig(publicUrl, google, apple.complete()),
        new TokenConfig(web.issuer(), AUDIENCE, CLIENT_ID, required(signingKeys)),
        new UserServiceConfig(userService),
        appRedirects,
        accountLimit,
        required(providerTokenKeys),
        required(internalTokens));
  }

  private static RedisConfig sessions(Settings settings) {
    String name = "ODDIYA_REDIS_SESSIONS_URL";
    String usual = "redis://127.0.0.1:6379";
    try {
      return new RedisConfig(
          URI.create(settings.text(name, usual)), settings.optionalFile("ODDIYA_REDIS_CA"));
    } catch (IllegalArgumentException e) {
      settings.problem(name, "must be a redis:// or rediss:// address");
      return new RedisConfig(URI.create(usual));
    }
  }

  private static OidcConfig.Google google(Settings settings) {
    return new OidcConfig.Google(
        settings.url("ODDIYA_GOOGLE_ISSUER", URI.create("https://accounts.google.com")),
        settings.text("ODDIYA_GOOGLE_CLIENT_ID"),
        settings.text("ODDIYA_GOOGLE_CLIENT_SECRET"),
        Set.copyOf(settings.list("ODDIYA_GOOGLE_NATIVE_CLIENT_IDS", "")));
  }

  /// Apple's settings, of which the key may be missing.
  private record Apple(
      URI issuer,
      String clientId,
      Set<String> nativeClientIds,
      String teamId,
      String keyId,
      Optional<ApplePrivateKey> key) {

    static Apple from(Settings settings) {
      return new Apple(
          settings.url("ODDIYA_APPLE_ISSUER", URI.create("https://appleid.apple.com")),
          settings.text("ODDIYA_APPLE_CLIENT_ID"),
          Set.copyOf(settings.list("ODDIYA_APPLE_NATIVE_CLIENT_IDS", "")),
          settings.text("ODDIYA_APPLE_TEAM_ID"),
          settings.text("ODDIYA_APPLE_KEY_ID"),
          read(settings, "ODDIYA_APPLE_PRIVATE_KEY", ApplePrivateKey::read));
    }

    OidcConfig.Apple complete() {
      return new OidcConfig.Apple(issuer, clientId, nativeClientIds, teamId, keyId, required(key));
    }
  }

  private static Set<String> appRedirects(Settings settings) {
    String name = "ODDIYA_APP_REDIRECT_URIS";
    List<String> redirects = settings.list(name, "oddiya://auth/callback");
    for (String redirect : redirects) {
      // RFC 6749, section 3.1.2: absolute and without a fragment.
      if (!redirect.matches("[a-z][a-z0-9+.-]*:[!-~&&[^#]]+")) {
        settings.problem(name, "must be absolute addresses without fragments");
      }
    }
    return Set.copyOf(redirects);
  }

  private static Optional<AttemptLimit> accountLimit(Settings settings) {
    String name = "ODDIYA_AUTH_LIMIT_ACCOUNT";
    try {
      return Quota.parse(settings.text(name, "10/10m"))
          .map(quota -> new AttemptLimit(quota.requests(), quota.window()));
    } catch (IllegalArgumentException e) {
      settings.problem(name, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static KeyFile<SigningKeys> signingKeys(Path file) {
    InstantSource clock = InstantSource.system();
    return KeyFile.read(file, text -> SigningKeys.parseFor(clock.instant(), text), clock);
  }

  private static InternalTokens internalTokens(Path file) {
    return InternalTokens.read("auth", file, InstantSource.system());
  }

  private interface FileReader<T> {
    T read(Path file);
  }

  private static <T> Optional<T> read(Settings settings, String name, FileReader<T> reader) {
    return settings.parsed(
        name, file -> Optional.of(reader.read(Path.of(file))), Optional.<T>empty());
  }

  private static <T> T required(Optional<T> key) {
    return key.orElseThrow(() -> new IllegalArgumentException("a key is missing"));
  }
}
