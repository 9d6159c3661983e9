package app.oddiya.adapters.services.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.http.ServiceClients;
import app.oddiya.adapters.memory.planning.MemoryPlanWriter;
import app.oddiya.adapters.services.planning.wire.DraftBody;
import app.oddiya.adapters.services.planning.wire.DraftView;
import app.oddiya.adapters.services.planning.wire.InfeasibleView;
import app.oddiya.adapters.services.planning.wire.StageEvent;
import app.oddiya.adapters.services.planning.wire.StopEvent;
import app.oddiya.adapters.web.json.Wire;
import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.PlanWriter;
import app.oddiya.domain.planning.agent.Relaxation;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.contract.PlanWriterContract;
import app.oddiya.domain.testkit.story.Trips;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against a server that answers as llm-agent does.
class HttpPlanWriterTest implements PlanWriterContract {

  private static final InstantSource CLOCK = InstantSource.system();
  private static final List<Place> HELD =
      List.of(Trips.museum("museum", new GeoPoint(35.1, 129.1)));

  private final ServiceClients clients = ServiceClients.unsigned(CLOCK);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<byte[]> bodies = new LinkedBlockingQueue<>();
  private final HttpServer server;

  HttpPlanWriterTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    clients.close();
    server.stop(0);
    threads.shutdownNow();
  }

  @Override
  public PlanWriter telling(List<DraftEvent> events, Writing end) {
    return answeredBy(exchange -> stream(exchange, new MemoryPlanWriter(events, end)));
  }

  @Override
  public PlanWriter down() {
    server.stop(0);
    return writer();
  }

  @Test
  void whatTheTravellerAsksForArrives() throws InterruptedException {
    PlanWriter writer =
        answeredBy(
            exchange -> {
              bodies.add(exchange.getRequestBody().readAllBytes());
              refuse(exchange, 503, "{\"status\":503,\"code\":\"unavailable\"}");
            });

    assertThatThrownBy(() -> write(writer)).isInstanceOf(Unavailable.class);

    assertThat(bodies.poll(10, TimeUnit.SECONDS))
        .isEqualTo(Wire.write(DraftBody.of(Trips.detailedWish(), HELD)));
  }

  @Test
  void aRefusalBeforeTheStreamIsUnderstood() {
    PlanWriter writer =
        answeredBy(
            exchange ->
                refuse(
                    exchange,
                    422,
                    """
                    {"type":"about:blank","status":422,"code":"infeasible","requestId":"1",
                     "conflicts":[{"kind":"unknown_destination","pointers":["/destination"],
                                   "detail":"?"}],
                     "relaxations":[{"detail":"!","patch":[
                       {"op":"remove","path":"/avoid/0"},
                       {"op":"replace","path":"/endDate","value":"2027-04-12"}]}]}
                    """));

    assertThat(write(writer))
        .isEqualTo(
            new Writing.Infeasible(
                List.of(
                    new Conflict(Conflict.Kind.UNKNOWN_DESTINATION, List.of("/destination"), "?")),
                List.of(
                    new Relaxation(
                        "!",
                        List.of(
                            new Relaxation.Edit.Remove("/avoid/0"),
                            new Relaxation.Edit.Replace("/endDate", "2027-04-12"))))));
  }

  @Test
  void aRefusalThatCannotBeIsAnOutage() {
    PlanWriter writer =
        answeredBy(
            exchange ->
                refuse(
                    exchange,
                    422,
                    """
                    {"status":422,"code":"infeasible","conflicts":[],
                     "relaxations":[{"detail":"!","patch":[{"op":"replace","path":"/endDate"}]}]}
                    """));

    assertThatThrownBy(() -> write(writer)).isInstanceOf(Unavailable.class);
  }

  @Test
  void anErrorInTheStreamIsAnOutage() {
    PlanWriter writer =
        answeredBy(
            exchange -> events(exchange, "error", "{\"status\":503,\"code\":\"unavailable\"}"));

    assertThatThrownBy(() -> write(writer)).isInstanceOf(Unavailable.class);
  }

  @Test
  void aStreamThatEndsWithoutADraftIsAnOutage() {
    PlanWriter writer =
        answeredBy(exchange -> events(exchange, "stage", "{\"stage\":\"choosing\",\"count\":3}"));

    assertThatThrownBy(() -> write(writer)).isInstanceOf(Unavailable.class);
  }

  @Test
  void nonsenseIsAnOutage() {
    PlanWriter writer =
        answeredBy(exchange -> events(exchange, "stage", "{\"stage\":\"dreaming\",\"count\":3}"));

    assertThatThrownBy(() -> write(writer)).isInstanceOf(Unavailable.class);
  }

  @Test
  void aRefusalThatTheContractDoesNotHaveIsAnOutage() {
    PlanWriter writer =
        answeredBy(exchange -> refuse(exchange, 401, "{\"status\":401,\"code\":\"unauthorized\"}"));

    assertThatThrownBy(() -> write(writer)).isInstanceOf(Unavailable.class);
  }

  private Writing write(PlanWriter writer) {
    return writer.write(
        new UserId(41),
        Trips.detailedWish(),
        HELD,
        _ -> {},
        Deadline.in(Duration.ofSeconds(10), CLOCK));
  }

  private PlanWriter answeredBy(HttpHandler handler) {
    server.createContext("/internal/plan-generations", handler);
    return writer();
  }

  private PlanWriter writer() {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return PlanningServicesModule.planWriter(clients, new LlmAgentConfig(url));
  }

  private static void stream(HttpExchange exchange, PlanWriter writer) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      Writing end =
          writer.write(
              new UserId(41),
              Trips.wish(),
              List.of(),
              event -> tell(out, event),
              Deadline.in(Duration.ofSeconds(10), CLOCK));
      switch (end) {
        case Writing.Written(var draft) -> send(out, "draft", Wire.write(DraftView.of(draft)));
        case Writing.Infeasible(var conflicts, var relaxations) -> {
          String extension =
              new String(
                  Wire.write(InfeasibleView.of(conflicts, relaxations)), StandardCharsets.UTF_8);
          String problem = "{\"status\":422,\"code\":\"infeasible\"," + extension.substring(1);
          send(out, "error", problem.getBytes(StandardCharsets.UTF_8));
        }
      }
    }
  }

  /// As llm-agent's own route does it.
  private static void tell(OutputStream out, DraftEvent event) {
    switch (event) {
      case DraftEvent.StageReached stage -> send(out, "stage", Wire.write(StageEvent.of(stage)));
      case DraftEvent.StopFixed stop -> send(out, "stop", Wire.write(StopEvent.of(stop)));
    }
  }

  private static void events(HttpExchange exchange, String event, String data) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      send(out, event, data.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void send(OutputStream out, String event, byte[] data) {
    try {
      out.write((":\n\nevent: " + event + "\ndata: ").getBytes(StandardCharsets.UTF_8));
      out.write(data);
      out.write("\n\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static void refuse(HttpExchange exchange, int status, String problem) throws IOException {
    byte[] bytes = problem.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
