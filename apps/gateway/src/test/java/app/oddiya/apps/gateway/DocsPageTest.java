package app.oddiya.apps.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.web.Reply;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocsPageTest {

  private final Reply reply = DocsPage.load().reply();
  private final String policy =
      reply.headers().getOrDefault("Content-Security-Policy", "no policy");

  @Test
  void thePageNeedsNothingFromElsewhere() {
    assertThat(html())
        .doesNotContainPattern("(?i)<(link|img|iframe|object|embed|base)\\b")
        .doesNotContainPattern("(?i)\\b(src|style|on[a-z]+)=")
        .doesNotContainPattern("@import|\\burl\\(");
    assertThat(policy)
        .contains("default-src 'none'", "connect-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void thePolicyKnowsTheStyleAndTheScriptOfThePage() throws Exception {
    assertThat(policy)
        .contains("style-src '" + hash("(?s)<style>(.*)</style>") + "'")
        .contains("script-src '" + hash("(?s)<script>(.*)</script>") + "'");
  }

  private String html() {
    return ((Reply.Content.Document) reply.content()).text();
  }

  private String hash(String element) throws Exception {
    Matcher found = Pattern.compile(element).matcher(html());
    assertThat(found.find()).isTrue();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(found.group(1).getBytes(UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}
