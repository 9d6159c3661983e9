package app.oddiya.adapters.web;

import app.oddiya.adapters.web.json.Json;

/// The OpenAPI document of a service.
final class OpenApi {

  private OpenApi() {}

  static Route route(String service, Routes routes) {
    return Route.get("/openapi.json", Caller.anyone())
        .summary("This document")
        .answers(200, Json.class, "An OpenAPI 3.1 document")
        .handledBy(call -> Answer.ok(Json.object().with("openapi", "3.1.0").build()));
  }
}
