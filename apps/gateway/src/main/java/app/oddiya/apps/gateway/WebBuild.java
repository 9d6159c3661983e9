package app.oddiya.apps.gateway;

import app.oddiya.adapters.web.AccessLog;
import app.oddiya.adapters.web.JettyProblems;
import app.oddiya.adapters.web.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpDateTime;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Serves the app's web build at `/app/`, to which `/` leads: a folder of files that never change
/// their content under one name but for `index.html` and the like.
///
/// A path leads to a file that lies in the folder once every link has been followed, or to nothing.
/// What has no dot in its last segment is a place within the app, for which `index.html` is the
/// answer to a browser. Folders are never listed, names that begin with a dot never served.
///
/// Nothing is compressed here: a file goes out as its sibling that ends in `.br` or `.gz`, if there
/// is one and the client takes it.
///
/// Paths come here unambiguous: the proxy ahead has refused everything else.
final class WebBuild extends Handler.Wrapper {

  private static final String PREFIX = "/app";
  private static final String INDEX = "index.html";

  /// What bundlers put into folders of their own, under names that hold a hash of the content. In
  /// hexadecimal: `photo-background.png` is not such a name.
  private static final Pattern HASHED =
      Pattern.compile("(assets|static|_expo)/.*[.-][0-9a-f]{16,}\\.[A-Za-z0-9.]+");

  /// How siblings of a file are compressed, the smallest first.
  private static final List<Encoding> ENCODINGS =
      List.of(new Encoding("br", ".br"), new Encoding("gzip", ".gz"));

  private record Encoding(String name, String ending) {}

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html;charset=utf-8"),
          Map.entry("js", "text/javascript;charset=utf-8"),
          Map.entry("mjs", "text/javascript;charset=utf-8"),
          Map.entry("css", "text/css;charset=utf-8"),
          Map.entry("txt", "text/plain;charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("wasm", "application/wasm"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("webp", "image/webp"),
          Map.entry("avif", "image/avif"),
          Map.entry("gif", "image/gif"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("woff", "font/woff"),
          Map.entry("ttf", "font/ttf"),
          Map.entry("mp4", "video/mp4"));

  private final Path folder;
  private final String policy;

  /// @param folder as it is named; it may be a link itself
  /// @param mediaOrigins beside this one, where photos go to and films come from
  WebBuild(Path folder, List<String> mediaOrigins) {
    this.folder = real(folder);
    this.policy = policy(String.join(" ", mediaOrigins), scripts(this.folder.resolve(INDEX)));
  }

  /// Styles are written into the page by React Native; scripts are those of the build.
  private static String policy(String media, String scripts) {
    return String.join(
        "; ",
        "default-src 'self'",
        "script-src 'self'" + scripts,
        "connect-src 'self' " + media,
        "img-src 'self' data: blob: " + media,
        "media-src 'self' blob: " + media,
        "style-src 'self' 'unsafe-inline'",
        "font-src 'self' data:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'");
  }

  /// The hashes of scripts that stand within the page itself.
  private static String scripts(Path index) {
    try {
      return InlineHashes.of(Files.readString(index), "script").stream()
          .map(hash -> " " + hash)
          .collect(Collectors.joining());
    } catch (IOException noPage) {
      return "";
    }
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException gone) {
      throw new UncheckedIOException("ODDIYA_WEB_DIR", gone);
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = request.getHttpURI().getPath();
    boolean isDoor = path.equals("/");
    if (!isDoor && !path.equals(PREFIX) && !path.startsWith(PREFIX + "/")) {
      return super.handle(request, response, callback);
    }
    boolean isRead = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    if (!isRead) {
      Problem problem =
          Problem.of(405, "method_not_allowed", "Method not allowed", "Not with this method.");
      JettyProblems.answer(problem.with("Allow", "GET, HEAD"), request, response, callback);
    } else if (isDoor) {
      redirect(HttpStatus.FOUND_302, request, response, callback);
    } else if (path.equals(PREFIX)) {
      // What the page names relative to itself is below the slash.
      redirect(HttpStatus.PERMANENT_REDIRECT_308, request, response, callback);
    } else {
      serve(path.substring(PREFIX.length() + 1), request, response, callback);
    }
    return true;
  }

  private static void redirect(int status, Request request, Response response, Callback callback) {
    AccessLog.outcome(request, "ok");
    response.getHeaders().put(HttpHeader.LOCATION, PREFIX + "/");
    response.setStatus(status);
    response.write(true, null, callback);
  }

  private void serve(String encoded, Request request, Response response, Callback callback)
      throws IOException {
    Optional<Path> found = find(encoded).or(() -> inside(encoded, request));
    if (found.isEmpty()) {
      JettyProblems.answer(Problem.notFound(), request, response, callback);
      return;
    }
    AccessLog.outcome(request, "ok");
    send(found.get(), request, response, callback);
  }

  private Optional<Path> find(String encoded) {
    String name = encoded.isEmpty() ? INDEX : URI.create("/" + encoded).getPath().substring(1);
    if (isHidden(name)) {
      return Optional.empty();
    }
    try {
      Path file = folder.resolve(name).toRealPath();
      boolean isOurs = file.startsWith(folder);
      return isOurs && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          ? Optional.of(file)
          : Optional.empty();
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.contains("/.");
  }

  private Optional<Path> inside(String encoded, Request request) {
    boolean isPlace = encoded.indexOf('.', encoded.lastIndexOf('/') + 1) < 0 && !isHidden(encoded);
    String accept = request.getHeaders().get(HttpHeader.ACCEPT);
    boolean takesPages = accept == null || accept.contains("text/html") || accept.contains("*/*");
    return isPlace && takesPages ? find(INDEX) : Optional.empty();
  }

  private void send(Path file, Request request, Response response, Callback callback)
      throws IOException {
    HttpFields.Mutable headers = response.getHeaders();
    Path sent = compressed(file, request.getHeaders(), headers);
    BasicFileAttributes attributes = Files.readAttributes(sent, BasicFileAttributes.class);
    long modified = attributes.lastModifiedTime().toMillis();
    // A sibling has another size, and so another tag.
    String tag =
        "W/\"" + Long.toHexString(modified) + "-" + Long.toHexString(attributes.size()) + "\"";
    headers.put(HttpHeader.ETAG, tag);
    headers.put(HttpHeader.LAST_MODIFIED, DateGenerator.formatDate(modified));
    headers.put(HttpHeader.CACHE_CONTROL, caching(file));
    headers.put("Content-Security-Policy", policy);
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("X-Content-Type-Options", "nosniff");
    if (isKnown(request.getHeaders(), tag, modified)) {
      response.setStatus(HttpStatus.NOT_MODIFIED_304);
      response.write(true, null, callback);
      return;
    }
    response.setStatus(HttpStatus.OK_200);
    headers.put(HttpHeader.CONTENT_TYPE, type(file));
    headers.put(HttpHeader.CONTENT_LENGTH, attributes.size());
    if (request.getMethod().equals("HEAD")) {
      response.write(true, null, callback);
      return;
    }
    try (OutputStream out = Content.Sink.asOutputStream(response)) {
      Files.copy(sent, out);
    } catch (IOException gone) {
      callback.failed(gone);
      return;
    }
    callback.succeeded();
  }

  /// The sibling of a file that a client takes, or the file itself; says which of them it is.
  private static Path compressed(Path file, HttpFields asked, HttpFields.Mutable headers) {
    List<String> taken = asked.getQualityCSV(HttpHeader.ACCEPT_ENCODING);
    Path chosen = file;
    for (Encoding encoding : ENCODINGS) {
      Path sibling = file.resolveSibling(file.getFileName() + encoding.ending);
      if (Files.isRegularFile(sibling, LinkOption.NOFOLLOW_LINKS)) {
        headers.put(HttpHeader.VARY, "Accept-Encoding");
        if (chosen.equals(file) && taken.contains(encoding.name)) {
          headers.put(HttpHeader.CONTENT_ENCODING, encoding.name);
          chosen = sibling;
        }
      }
    }
    return chosen;
  }

  private String caching(Path file) {
    String name = folder.relativize(file).toString();
    return HASHED.matcher(name).matches() ? "public, max-age=31536000, immutable" : "no-cache";
  }

  /// Whether the client has what it asks for (RFC 9110, section 13.2.2).
  private static boolean isKnown(HttpFields sent, String tag, long modified) {
    List<String> tags = sent.getValuesList(HttpHeader.IF_NONE_MATCH);
    if (!tags.isEmpty()) {
      // Compared weakly, and in its quotes it stands for itself wherever it stands in a list.
      String opaque = tag.substring(tag.indexOf('"'));
      return tags.stream().anyMatch(list -> list.equals("*") || list.contains(opaque));
    }
    String since = sent.get(HttpHeader.IF_MODIFIED_SINCE);
    return since != null && isNotAfter(modified, since);
  }

  private static boolean isNotAfter(long modified, String since) {
    try {
      return modified / 1_000 <= HttpDateTime.parse(since).toEpochSecond();
    } catch (IllegalArgumentException noDate) {
      return false;
    }
  }

  private static String type(Path file) {
    String name = file.getFileName().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }
}
