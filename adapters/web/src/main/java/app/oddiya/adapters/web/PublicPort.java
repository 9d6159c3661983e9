package app.oddiya.adapters.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.servlet.JavalinServlet;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The port on which a service answers: Javalin's routing on a Jetty of our own making.
///
/// Javalin would make the Jetty as well; made here it has no WebSockets, no sessions and its limits
/// in one place.
final class PublicPort {

  private static final Logger LOG = LoggerFactory.getLogger(PublicPort.class);

  /// Every method that a path may be asked with, so that 405 comes from the dispatcher and not
  /// from the router, which would not know who asks.
  private static final List<HandlerType> METHODS =
      List.of(
          HandlerType.GET,
          HandlerType.HEAD,
          HandlerType.POST,
          HandlerType.PUT,
          HandlerType.PATCH,
          HandlerType.DELETE,
          HandlerType.OPTIONS,
          HandlerType.TRACE,
          HandlerType.QUERY);

  private final Server server;
  private final ServerConnector connector;
  private final int port;
  private final Duration stopTimeout;

  private PublicPort(Server server, ServerConnector connector, Duration stopTimeout) {
    this.server = server;
    this.connector = connector;
    this.port = connector.getLocalPort();
    this.stopTimeout = stopTimeout;
  }

  /// @param ahead sees requests before the routes do
  static PublicPort open(
      InetSocketAddress address,
      PortLimits limits,
      Routes routes,
      Dispatcher dispatcher,
      List<Handler.Singleton> ahead,
      AccessLog accessLog,
      Duration stopTimeout) {
    // Few platform threads: they only select and accept, handlers run on virtual ones.
    QueuedThreadPool threads = new QueuedThreadPool(16, 2);
    threads.setName("jetty");
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    Server server = new Server(threads);
    ClientConnections connections = new ClientConnections(http(limits), limits);
    ServerConnector connector = new ServerConnector(server, 1, 1, connections);
    connector.setHost(address.getHostString());
    connector.setPort(address.getPort());
    connector.setIdleTimeout(limits.idle().toMillis());
    // While the port closes, it is up to ClientConnection which connections are idle.
    connector.setShutdownIdleTimeout(-1);
    connector.addBean(connections);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
    server.setErrorHandler(new JettyProblems());
    server.setRequestLog(accessLog);
    server.setHandler(new GracefulHandler(behind(ahead, context(servlet(routes, dispatcher)))));
    server.setStopTimeout(stopTimeout.toMillis());
    start(server, address);
    connections.lookAfter(connector);
    return new PublicPort(server, connector, stopTimeout);
  }

  private static HttpConfiguration http(PortLimits limits) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(limits.headerBytes());
    http.setHttpCompliance(HttpCompliance.STRICT);
    http.setUriCompliance(UriCompliance.RFC3986);
    // Where the requests of many users share a connection, the tokens push everything else out of
    // it again and again; and it is up to 100 KB for each connection.
    http.setHeaderCacheSize(0);
    return http;
  }

  private static Servlet servlet(Routes routes, Dispatcher dispatcher) {
    // Its plain servlet: the usual one insists on a server with WebSockets.
    return new JavalinServlet(
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.startup.startupWatcherEnabled = false;
                  config.concurrency.useVirtualThreads = true;
                  config.router.ignoreTrailingSlashes = false;
                  config.http.compressionStrategy = CompressionStrategy.NONE;
                  routes
                      .byPath()
                      .forEach((path, siblings) -> add(config, path, siblings, dispatcher));
                  config.routes.exception(
                      NotFoundResponse.class, (nothingMatched, ctx) -> dispatcher.wander(ctx));
                })
            .unsafe);
  }

  private static void add(
      JavalinConfig config, String path, List<Route> siblings, Dispatcher dispatcher) {
    METHODS.forEach(
        method ->
            config.routes.addHttpHandler(method, path, ctx -> dispatcher.enter(siblings, ctx)));
  }

  private static ServletContextHandler context(Servlet servlet) {
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(servlet), "/*");
    return context;
  }

  private static Handler behind(List<Handler.Singleton> ahead, Handler routes) {
    Handler next = routes;
    for (Handler.Singleton handler : ahead.reversed()) {
      handler.setHandler(next);
      next = handler;
    }
    return next;
  }

  private static void start(Server server, InetSocketAddress address) {
    try {
      server.start();
    } catch (IOException e) {
      stop(server);
      throw new UncheckedIOException("port " + address.getPort(), e);
    } catch (Exception e) {
      stop(server);
      throw new IllegalStateException("cannot start the server", e);
    }
  }

  int port() {
    return port;
  }

  /// Takes no more connections. Those there are may finish what they have under way, and a request
  /// that was on its way when this began; each answer says that it is the last.
  void close() {
    long began = System.nanoTime();
    // Jetty by itself would refuse what comes on open connections from now on.
    connector.close();
    try {
      connector.shutdown().get(stopTimeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      LOG.atWarn().addKeyValue("event", "requests_cut_off").log("requests took too long to finish");
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      LOG.atWarn().addKeyValue("event", "drain_failed").setCause(e).log("cannot wait for requests");
    }
    Duration left = stopTimeout.minusNanos(System.nanoTime() - began);
    server.setStopTimeout(Math.max(1, left.toMillis()));
    stop(server);
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("cannot stop the server", e);
    }
  }
}
