package app.oddiya.apps.gateway;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Call;
import app.oddiya.adapters.http.ServiceClient;
import app.oddiya.adapters.proxy.ProxyRoutes;
import app.oddiya.adapters.proxy.Upstream;
import app.oddiya.adapters.web.json.Json;
import app.oddiya.adapters.web.json.MalformedJson;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The description of everything that is public, put together from what each service says of
/// itself. A service is asked once a minute; what it last said is good while it is away.
final class PublicApi {

  private static final Logger LOG = LoggerFactory.getLogger(PublicApi.class);
  private static final String OWN = "gateway";
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final ProxyRoutes table;
  private final List<ServiceClient> services;
  private final InstantSource clock;
  private final Map<String, Told> told = new ConcurrentHashMap<>();

  private record Told(Json document, Instant at) {}

  /// A description of what `table` lets through.
  ///
  /// @param services those in the table
  PublicApi(ProxyRoutes table, List<ServiceClient> services, InstantSource clock) {
    this.table = table;
    this.services = services;
    this.clock = clock;
  }

  /// The description as of now.
  ///
  /// @param own what the gateway says of itself
  /// @throws Unavailable while a service has never said anything: half a description looks whole
  Json document(Json own, Deadline deadline) {
    List<OpenApiMerge.Part> parts = new ArrayList<>();
    parts.add(new OpenApiMerge.Part(OWN, LimitedApi.of(own, table)));
    for (ServiceClient service : services) {
      parts.add(new OpenApiMerge.Part(service.name(), ask(service, deadline)));
    }
    return OpenApiMerge.of(parts, this::isPublic);
  }

  private boolean isPublic(String service, String path) {
    return table
        .find(path)
        .map(row -> row.upstream().map(Upstream::name).orElse(OWN).equals(service))
        .orElse(false);
  }

  private Json ask(ServiceClient service, Deadline deadline) {
    Told last = told.get(service.name());
    if (last != null && clock.instant().isBefore(last.at.plus(FRESH))) {
      return last.document;
    }
    try {
      Answer answer = service.send(Call.get("/openapi.json"), deadline.atMost(PATIENCE, clock));
      Told now = new Told(LimitedApi.of(read(answer), table), clock.instant());
      told.put(service.name(), now);
      return now.document;
    } catch (Unavailable away) {
      if (last == null) {
        throw away;
      }
      LOG.atWarn()
          .addKeyValue("event", "api_document_stale")
          .addKeyValue("service", service.name())
          .addKeyValue("since", last.at)
          .log("cannot renew the description of a service");
      return last.document;
    }
  }

  private static Json read(Answer answer) {
    try {
      if (answer.status() == 200 && Json.parse(answer.bytes()) instanceof Json.Obj document) {
        return document;
      }
    } catch (MalformedJson notADocument) {
      // As good as no answer, said below.
    }
    throw answer.unexpected();
  }
}
