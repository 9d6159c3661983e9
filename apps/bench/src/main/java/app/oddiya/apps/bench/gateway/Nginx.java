package app.oddiya.apps.bench.gateway;

import app.oddiya.apps.bench.AccessTokenSet;
import app.oddiya.apps.bench.Bench;
import app.oddiya.apps.bench.BenchFailure;
import app.oddiya.apps.bench.Subject;
import app.oddiya.apps.stores.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Debian's nginx: the service behind the gateways, the same for all, and the plainest of gateways.
final class Nginx {

  private static final Path INSTALLED = Path.of("/usr/sbin/nginx");

  private final Bench bench;
  private final Path program;

  private Nginx(Bench bench, Path program) {
    this.bench = bench;
    this.program = program;
  }

  /// The one installed, else Debian's package unpacked beside the build, which needs no rights.
  static Nginx find(Bench bench) {
    if (Files.isExecutable(INSTALLED)) {
      return new Nginx(bench, INSTALLED);
    }
    Path folder = bench.home().root().resolve("nginx");
    Path program = folder.resolve("usr/sbin/nginx");
    if (!Files.isExecutable(program)) {
      if (Stream.of("apt-get", "dpkg").anyMatch(tool -> !isOnPath(tool))) {
        throw new BenchFailure(
            "The gateway is measured beside nginx: install it, or run this on Debian or Ubuntu,"
                + " where it is fetched with apt-get");
      }
      bench.say("fetching nginx");
      bench.run("fetching nginx", folder, List.of("apt-get", "download", "nginx"));
      bench.run(
          "unpacking nginx", folder, List.of("bash", "-c", "dpkg -x nginx_*.deb . && rm *.deb"));
    }
    bench.run("trying nginx", folder, List.of(program.toString(), "-v"));
    return new Nginx(bench, program);
  }

  private static boolean isOnPath(String tool) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }

  /// The service that everybody forwards to: the same 1 KB of JSON whatever it is asked, and the
  /// keys of the tokens.
  Subject upstream(AccessTokenSet tokens) throws IOException {
    Path keys = folder("upstream").resolve("jwks.json");
    Files.writeString(keys, tokens.publicKeys());
    return start(
        "upstream",
        """
        access_log off;
        server {
          listen 127.0.0.1:%%d;
          location = /.well-known/jwks.json { alias %s; }
          location / { return 200 '%s'; }
        }
        """
            .formatted(keys, Requests.ANSWER),
        tokens);
  }

  /// A reverse proxy that keeps its connections, checks nothing, and logs as Debian sets it up.
  Subject proxyTo(Subject upstream, AccessTokenSet tokens) throws IOException {
    return start(
        "nginx",
        """
        access_log access.log;
        upstream service {
          server 127.0.0.1:%d;
          keepalive %d;
          keepalive_requests 100000000;
        }
        server {
          listen 127.0.0.1:%%d;
          location / {
            proxy_pass http://service;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
          }
        }
        """
            .formatted(upstream.port(), Requests.CONNECTIONS),
        tokens);
  }

  private Subject start(String name, String servers, AccessTokenSet tokens) throws IOException {
    int port = Ports.free();
    Path folder = folder(name);
    Path config = folder.resolve("nginx.conf");
    Files.writeString(
        config,
        """
        %sdaemon off;
        worker_processes auto;
        pid nginx.pid;
        error_log stderr;
        events { worker_connections 1024; }
        http {
          default_type application/json;
          keepalive_requests 100000000;
          keepalive_timeout 600s;
          client_body_temp_path tmp;
          proxy_temp_path tmp;
          fastcgi_temp_path tmp;
          uwsgi_temp_path tmp;
          scgi_temp_path tmp;
          %s
        }
        """
            .formatted(user(), servers.formatted(port)));
    List<String> command =
        List.of(program.toString(), "-p", folder + "/", "-e", "stderr", "-c", config.toString());
    return Subject.start(
        bench, new Subject.Order(name, port, Requests.PATH, command, Map.of(), tokens.first()));
  }

  /// Root's workers would become somebody who may not read here.
  private static String user() {
    return System.getProperty("user.name").equals("root") ? "user root root;\n" : "";
  }

  private Path folder(String name) {
    return bench.home().data(name);
  }
}
