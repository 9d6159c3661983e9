package app.oddiya.adapters.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyRoutesTest {

  private static final Upstream USER = new Upstream("user", URI.create("http://127.0.0.1:8082"));
  private static final Upstream PLAN = new Upstream("plan", URI.create("http://127.0.0.1:8083"));

  private final ProxyRoutes routes =
      ProxyRoutes.of(
          ProxyRoute.here("/docs"),
          ProxyRoute.to(USER, "/users/**").forUsers().bodiesUpTo(1_024),
          ProxyRoute.to(PLAN, "/api/v1/places").forUsers());

  @ParameterizedTest
  @CsvSource({
    "/docs, /docs",
    "/users, /users/**",
    "/users/, /users/**",
    "/users/me/devices/1, /users/**",
    "/api/v1/places, /api/v1/places",
  })
  void aPathFindsItsRow(String path, String pattern) {
    assertThat(routes.find(path)).map(ProxyRoute::pattern).contains(pattern);
  }

  @ParameterizedTest
  @CsvSource({
    "/",
    "/docs/",
    "/docs/a",
    "/usersx",
    "/user",
    "/Users/me",
    "/USERS",
    "/api/v1/places/1",
    "/internal/users",
    "/api/v1",
    "/api/v1/internal/users"
  })
  void anyOtherPathFindsNone(String path) {
    assertThat(routes.find(path)).isEmpty();
  }

  @Test
  void theTableReadsAsRoutesTxt() {
    assertThat(routes.asText())
        .isEqualTo(
            """
            /docs                    anyone       0 unlimited     -> here
            /users/**                user      1024 unlimited     -> user
            /api/v1/places           user         0 unlimited     -> plan
            """);
  }

  @Test
  void anUpstreamHasNoPathOfItsOwn() {
    assertThatThrownBy(() -> new Upstream("plan", URI.create("http://127.0.0.1/v2")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("base: http://127.0.0.1/v2 (expected: http://host:port)");
  }
}
