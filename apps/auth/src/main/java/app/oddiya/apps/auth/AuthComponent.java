package app.oddiya.apps.auth;

import app.oddiya.adapters.http.ServiceClients;
import app.oddiya.adapters.oidc.OidcConfig;
import app.oddiya.adapters.oidc.OidcModule;
import app.oddiya.adapters.oidc.SigningKeyWatch;
import app.oddiya.adapters.oidc.TokenConfig;
import app.oddiya.adapters.redis.RedisConfig;
import app.oddiya.adapters.redis.RedisLife;
import app.oddiya.adapters.redis.identity.IdentityRedisModule;
import app.oddiya.adapters.redis.identity.ProviderTokenKeys;
import app.oddiya.adapters.services.identity.IdentityServicesModule;
import app.oddiya.adapters.services.identity.UserServiceConfig;
import app.oddiya.adapters.web.Routes;
import app.oddiya.application.identity.AdmitPerson;
import app.oddiya.application.identity.BeginSignIn;
import app.oddiya.application.identity.ExchangeIdToken;
import app.oddiya.application.identity.ExportSessions;
import app.oddiya.application.identity.ForgetUser;
import app.oddiya.application.identity.IssueNonce;
import app.oddiya.application.identity.ReceiveProviderCallback;
import app.oddiya.application.identity.RedeemCode;
import app.oddiya.application.identity.RefreshSession;
import app.oddiya.application.identity.RevokeSession;
import app.oddiya.domain.identity.account.Accounts;
import app.oddiya.domain.identity.session.IdentityProviders;
import app.oddiya.domain.identity.session.ProviderTokens;
import app.oddiya.domain.identity.session.Secret;
import app.oddiya.domain.identity.session.Sessions;
import app.oddiya.domain.identity.session.SignInAttempts;
import app.oddiya.domain.identity.session.TokenSigner;
import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/// The parts of the auth service, put together.
@Singleton
@Component(
    modules = {
      AuthComponent.Settled.class,
      IdentityRedisModule.class,
      OidcModule.class,
      IdentityServicesModule.class,
      AuthComponent.Parts.class
    })
interface AuthComponent {

  Routes routes();

  RedisLife sessionStore();

  SigningKeyWatch signingKeys();

  ServiceClients siblings();

  @Component.Factory
  interface Factory {
    AuthComponent create(@BindsInstance Config config);
  }

  /// What the environment has settled.
  @Module
  interface Settled {

    @Provides
    static InstantSource clock() {
      return InstantSource.system();
    }

    @Provides
    static RedisConfig sessions(Config config) {
      return config.sessions();
    }

    @Provides
    static OidcConfig oidc(Config config) {
      return config.oidc();
    }

    @Provides
    static TokenConfig tokens(Config config) {
      return config.tokens();
    }

    @Provides
    static ProviderTokenKeys providerTokenKeys(Config config) {
      return config.providerTokenKeys();
    }

    @Provides
    static UserServiceConfig userService(Config config) {
      return config.userService();
    }

    @Provides
    @Singleton
    static ServiceClients siblings(Config config, InstantSource clock) {
      return ServiceClients.signing(config.internalTokens(), clock);
    }
  }

  @Module
  interface Parts {

    @Provides
    static Supplier<Secret> secrets() {
      return new RandomSecrets();
    }

    @Provides
    static AdmitPerson admitPerson(
        Config config,
        SignInAttempts attempts,
        Accounts accounts,
        ProviderTokens tokens,
        IdentityProviders providers) {
      return new AdmitPerson(attempts, config.accountLimit(), accounts, tokens, providers);
    }

    @Provides
    static Pages pages(Config config) {
      return Pages.of(config.publicUrl(), config.appRedirects());
    }

    @Provides
    static SignInRoutes signIn(
        Config config,
        Pages pages,
        Sessions sessions,
        IdentityProviders providers,
        AdmitPerson admitPerson,
        TokenSigner signer,
        Supplier<Secret> secrets,
        InstantSource clock) {
      return new SignInRoutes(
          new BeginSignIn(sessions, providers, config.appRedirects(), secrets, clock),
          new ReceiveProviderCallback(sessions, providers, admitPerson, secrets, clock),
          new RedeemCode(sessions, signer, UUID::randomUUID, secrets, clock),
          pages);
    }

    @Provides
    static TokenRoutes tokens(
        Pages pages,
        Sessions sessions,
        IdentityProviders providers,
        AdmitPerson admitPerson,
        TokenSigner signer,
        Supplier<Secret> secrets,
        InstantSource clock) {
      return new TokenRoutes(
          new IssueNonce(sessions, secrets, clock),
          new ExchangeIdToken(
              providers, sessions, admitPerson, signer, UUID::randomUUID, secrets, clock),
          new RefreshSession(sessions, signer, secrets, clock),
          new RevokeSession(sessions),
          pages);
    }

    @Provides
    static InternalRoutes internal(
        Sessions sessions, ProviderTokens tokens, IdentityProviders providers) {
      return new InternalRoutes(
          new ForgetUser(sessions, tokens, providers), new ExportSessions(sessions, tokens));
    }

    @Provides
    static Routes routes(
        SignInRoutes signIn,
        TokenRoutes tokens,
        InternalRoutes internal,
        Config config,
        TokenSigner signer,
        InstantSource clock) {
      var published = new PublishedRoutes(config.web().issuer(), config.publicUrl(), signer, clock);
      return signIn.all().and(tokens.all()).and(internal.all()).and(published.all());
    }
  }
}
