package app.oddiya.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RoutesTest {

  private static Route route(RouteBuilder builder) {
    return builder.answersNothing(204, "Done").handledBy(call -> Answer.noContent());
  }

  record Body(String text) {}

  @Test
  void areWrittenOneALineByPath() {
    Routes routes =
        Routes.of(
            route(Route.delete("/notes/{id}", Caller.user())),
            route(
                Route.post("/internal/notes", Caller.internal("plan", "auth"))
                    .json(Body.class)
                    .bodyLimit(100)),
            route(Route.get("/internal/notes", Caller.internalForUser("video"))),
            route(Route.get("/docs", Caller.anyone())));

    assertThat(routes.asText())
        .isEqualTo(
            """
            GET    /docs anyone -
            GET    /internal/notes internal:video+user -
            POST   /internal/notes internal:auth,plan 100
            DELETE /notes/{id} user -
            """);
  }

  @Test
  void holdARouteOnce() {
    assertThatThrownBy(
            () ->
                Routes.of(
                    route(Route.get("/notes", Caller.user())),
                    route(Route.get("/notes", Caller.anyone()))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("route: a second GET    /notes anyone -");
  }

  @Test
  void aFormIsForAParameterOfThePath() {
    assertThatThrownBy(() -> Route.get("/notes/{id}", Caller.user()).where("name", "a|b"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
