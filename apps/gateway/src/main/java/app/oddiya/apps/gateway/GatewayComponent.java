package app.oddiya.apps.gateway;

import app.oddiya.adapters.http.ServiceClient;
import app.oddiya.adapters.http.ServiceClients;
import app.oddiya.adapters.proxy.ProxyRoutes;
import app.oddiya.adapters.proxy.ReverseProxy;
import app.oddiya.adapters.redis.CacheConfig;
import app.oddiya.adapters.redis.CacheLife;
import app.oddiya.adapters.redis.limit.LimitConfig;
import app.oddiya.adapters.redis.limit.LimitRedisModule;
import app.oddiya.adapters.redis.token.TokenRedisModule;
import app.oddiya.adapters.web.Routes;
import app.oddiya.adapters.web.Web;
import app.oddiya.adapters.web.limit.RateLimits;
import app.oddiya.adapters.web.token.AccessTokens;
import app.oddiya.adapters.web.token.HttpKeySource;
import app.oddiya.adapters.web.token.KeyCopy;
import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/// The parts of the gateway, put together.
@Singleton
@Component(modules = {GatewayComponent.Parts.class, LimitRedisModule.class, TokenRedisModule.class})
interface GatewayComponent {

  Routes routes();

  ReverseProxy proxy();

  PublicApi api();

  ServiceClients clients();

  CacheLife cache();

  @Component.Factory
  interface Factory {
    GatewayComponent create(@BindsInstance Config config);
  }

  @Module
  final class Parts {

    private Parts() {}

    @Provides
    static InstantSource clock() {
      return InstantSource.system();
    }

    @Provides
    @Singleton
    static ServiceClients clientsOfServices(InstantSource clock) {
      return ServiceClients.unsigned(clock);
    }

    @Provides
    static CacheConfig cache(Config config) {
      return config.cache();
    }

    @Provides
    static LimitConfig limits(Config config) {
      return new LimitConfig(config.limits().localPercent());
    }

    @Provides
    static ProxyRoutes table(Config config) {
      return GatewayRoutes.table(config);
    }

    @Provides
    static Routes own(Config config) {
      return GatewayRoutes.own(DocsPage.load(), config.links());
    }

    @Provides
    @Singleton
    static ReverseProxy reverseProxy(
        Config config, ProxyRoutes table, RateLimits limits, KeyCopy keys, InstantSource clock) {
      Web web = config.web();
      AccessTokens tokens =
          new AccessTokens(web.issuer(), new HttpKeySource(web.jwks()), keys, clock);
      return new ReverseProxy(
          table, tokens, config.proxies(), config.door().limits(), limits, web.tracer());
    }

    @Provides
    @Singleton
    static PublicApi publicApi(
        Config config, ProxyRoutes table, ServiceClients clients, InstantSource clock) {
      List<ServiceClient> services =
          List.of(
              clients.to("auth", config.auth()),
              clients.to("user", config.user()),
              clients.to("plan", config.plan()),
              clients.to("video", config.video()));
      return new PublicApi(table, services, clock);
    }
  }
}
