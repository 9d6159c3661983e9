package app.oddiya.apps.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.proxy.ProxyRoute;
import app.oddiya.adapters.proxy.ProxyRoutes;
import app.oddiya.adapters.proxy.Upstream;
import app.oddiya.adapters.web.json.Json;
import app.oddiya.adapters.web.json.MalformedJson;
import app.oddiya.adapters.web.limit.Quota;
import app.oddiya.adapters.web.limit.RateLimitPolicy;
import app.oddiya.adapters.web.limit.RateLimitPolicy.Outage;
import app.oddiya.adapters.web.limit.RateLimitPolicy.Per;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitedApiTest {

  private static final ProxyRoutes TABLE =
      ProxyRoutes.of(
          ProxyRoute.to(new Upstream("video", URI.create("http://127.0.0.1:1")), "/videos")
              .forUsers()
              .limitedBy(
                  List.of(
                      new RateLimitPolicy(
                          "user", new Quota(600, Duration.ofMinutes(1)), Per.USER, Outage.LOCAL))));

  @Test
  void aLimitThatAServiceHasOfItsOwnIsToldBesideTheGateways() throws MalformedJson {
    String document =
        """
        {"paths":{"/videos":{
           "get":{"responses":{"200":{"description":"Films."}}},
           "post":{"responses":{"429":{"$ref":"#/components/responses/Refused429"}}}}},
         "components":{"responses":{"Refused429":{"description":"Too many. (too_many_films)"}}}}
        """;

    String told = LimitedApi.of(Json.parse(document.getBytes(UTF_8)), TABLE).asText();

    assertThat(told)
        .contains("\"429\":{\"$ref\":\"#/components/responses/RefusedByLimit\"}")
        .contains(
            "\"429\":{\"description\":\"The quota has been used up. (too_many_requests) Too many."
                + " (too_many_films)\",\"headers\":{\"RateLimit-Policy\":");
  }
}
