package app.oddiya.apps.llmagent;

import app.oddiya.adapters.http.InternalTokens;
import app.oddiya.adapters.http.Origin;
import app.oddiya.adapters.http.ServiceClient;
import app.oddiya.adapters.http.ServiceClients;
import app.oddiya.adapters.memory.identity.MemoryTokenSigner;
import app.oddiya.adapters.services.planning.LlmAgentConfig;
import app.oddiya.adapters.services.planning.PlanningServicesModule;
import app.oddiya.adapters.web.Routes;
import app.oddiya.adapters.web.RunningService;
import app.oddiya.adapters.web.Service;
import app.oddiya.adapters.web.Web;
import app.oddiya.domain.identity.session.VerificationKey;
import app.oddiya.domain.planning.agent.PlanChecker;
import app.oddiya.domain.planning.agent.PlanReviser;
import app.oddiya.domain.planning.agent.PlanWriter;
import app.oddiya.domain.planning.place.PlaceSearch;
import app.oddiya.domain.shared.UserId;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// llm-agent with siblings to call it, on behalf of one traveller.
final class RunningLlmAgent implements AutoCloseable {

  static final InstantSource CLOCK = InstantSource.system();
  static final UserId TRAVELLER = new UserId(81);

  private static final MemoryTokenSigner ISSUER = new MemoryTokenSigner();
  private static final Map<String, RSAKey> SIBLINGS = Map.of("plan", key(), "video", key());

  private final RunningService service;
  private final Map<String, ServiceClients> clients = new HashMap<>();

  private RunningLlmAgent(RunningService service) {
    this.service = service;
  }

  /// On a writer of its own; everything else rests on the catalogue.
  static RunningLlmAgent on(PlanWriter writer) {
    try (SetUp parts = new SetUp()) {
      LlmAgentComponent agent = parts.component();
      return on(
          LlmAgentComponent.Parts.routes(
              writer, new DraftMeters(), agent.checker(), agent.reviser(), agent.search()));
    }
  }

  static RunningLlmAgent on(Routes routes) {
    Map<String, JWKSet> callers = new HashMap<>();
    SIBLINGS.forEach((name, key) -> callers.put(name, new JWKSet(key.toPublicJWK())));
    URI nowhere = URI.create("http://missing.invalid");
    Web web = new Web("llm-agent", "127.0.0.1", 0, 0, "memory", nowhere, () -> callers);
    return new RunningLlmAgent(
        Service.of(web).routes(routes).keysFrom(RunningLlmAgent::published).start());
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static String published() {
    VerificationKey key = ISSUER.keys(Instant.EPOCH).getFirst();
    return new JWKSet(
            new RSAKey.Builder(Base64URL.encode(key.modulus()), Base64URL.encode(key.exponent()))
                .keyID(key.id())
                .build())
        .toString();
  }

  /// The service as a sibling calls it.
  ServiceClient calledBy(String sibling) {
    return clients(sibling).to("llm-agent", url());
  }

  /// The client that the plan service uses.
  PlanWriter writer() {
    return PlanningServicesModule.planWriter(clients("plan"), new LlmAgentConfig(url()));
  }

  PlanChecker checker() {
    return PlanningServicesModule.planChecker(clients("plan"), new LlmAgentConfig(url()));
  }

  PlanReviser reviser() {
    return PlanningServicesModule.planReviser(clients("plan"), new LlmAgentConfig(url()));
  }

  PlaceSearch search() {
    return PlanningServicesModule.placeSearch(clients("plan"), new LlmAgentConfig(url()));
  }

  private ServiceClients clients(String sibling) {
    return clients.computeIfAbsent(
        sibling,
        name -> {
          String key = Objects.requireNonNull(SIBLINGS.get(name), name).toJSONString();
          return ServiceClients.signing(InternalTokens.of(name, key, CLOCK), CLOCK);
        });
  }

  private URI url() {
    return URI.create("http://127.0.0.1:" + service.port());
  }

  /// Does something while a request of the traveller is being answered.
  static <T> T forTraveller(Supplier<T> work) {
    String token = ISSUER.sign(TRAVELLER, CLOCK.instant()).value();
    var origin = new Origin(Optional.of(TRAVELLER), Optional.of(token), Optional.empty());
    return ScopedValue.where(Origin.CURRENT, origin).call(work::get);
  }

  @Override
  public void close() {
    clients.values().forEach(ServiceClients::close);
    service.stop();
  }
}
