package app.oddiya.adapters.oidc;

import app.oddiya.domain.identity.session.IdentityProviders;
import app.oddiya.domain.identity.session.TokenSigner;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Google, Apple, and our own signature. The app binds an [OidcConfig], a [TokenConfig] and an
/// [InstantSource].
@Module
public interface OidcModule {

  @Provides
  @Singleton
  static IdentityProviders providers(OidcConfig config, InstantSource clock) {
    var http = new ProviderHttp(clock);
    return new IdentityProviders(
        new OpenIdProvider(Client.ofGoogle(config), http, clock),
        new OpenIdProvider(Client.ofApple(config, clock), http, clock));
  }

  @Provides
  @Singleton
  static SigningKeyRing signingKeys(TokenConfig config, InstantSource clock) {
    return new SigningKeyRing(config.keys(), clock);
  }

  @Provides
  static SigningKeyWatch watch(SigningKeyRing keys) {
    return new SigningKeyWatch(keys::look);
  }

  @Provides
  @Singleton
  static TokenSigner tokenSigner(TokenConfig config, SigningKeyRing keys) {
    return new RsaTokenSigner(config, keys);
  }
}
