package app.oddiya.apps.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.oddiya.adapters.web.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The page at `/docs`: one file without anything from elsewhere, which reads `/openapi.json`.
///
/// Its policy lets the browser run this very style and script, known by their hashes, and nothing
/// that a document might smuggle in.
final class DocsPage {

  private final String html;
  private final String policy;

  private DocsPage(String html, String policy) {
    this.html = html;
    this.policy = policy;
  }

  static DocsPage load() {
    try (InputStream resource =
        Objects.requireNonNull(DocsPage.class.getResourceAsStream("docs.html"), "docs.html")) {
      String html = new String(resource.readAllBytes(), UTF_8);
      return new DocsPage(html, policy(html));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  Reply reply() {
    return Reply.document(200, "text/html", html)
        .with("Content-Security-Policy", policy)
        .with("Referrer-Policy", "no-referrer")
        .with("X-Content-Type-Options", "nosniff");
  }

  private static String policy(String html) {
    return "default-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'none';"
        + " frame-ancestors 'none'; script-src "
        + String.join(" ", InlineHashes.of(html, "script"))
        + "; style-src "
        + String.join(" ", InlineHashes.of(html, "style"));
  }
}
