package app.oddiya.apps.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sources by which a content security policy lets a browser run what stands within a page, and
/// nothing that somebody might smuggle in: its hashes (CSP Level 3, section 8.4).
final class InlineHashes {

  private InlineHashes() {}

  /// Of all elements of a name that hold something themselves.
  static List<String> of(String html, String element) {
    Matcher inline =
        Pattern.compile(
                "<%1$s(?![^>]* src=)(?: [^>]*)?>(.+?)</%1$s>".formatted(element), Pattern.DOTALL)
            .matcher(html);
    List<String> hashes = new ArrayList<>();
    while (inline.find()) {
      hashes.add(hash(inline.group(1)));
    }
    return hashes;
  }

  private static String hash(String inline) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(inline.getBytes(UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
