package app.oddiya.apps.stores.sns;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The form of one call. Each value is asked for by name; what nobody has asked for by the end is
/// refused, so that a misspelt parameter is an error here and not a surprise in production.
final class Parameters {

  private final Map<String, String> values;
  private final Set<String> unread;

  private Parameters(Map<String, String> values) {
    this.values = values;
    this.unread = new TreeSet<>(values.keySet());
  }

  static Parameters parse(String form) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : form.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return new Parameters(values);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  Optional<String> optional(String name) {
    unread.remove(name);
    return Optional.ofNullable(values.get(name));
  }

  String required(String name) throws Refusal {
    return optional(name)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> Refusal.invalidParameter(name, name + " is required"));
  }

  /// A map in the protocol's flat form: `{prefix}.entry.{n}.{key}` with
  /// `{prefix}.entry.{n}.{value}`, by the text of its keys.
  Map<String, String> map(String prefix, String key, String value) {
    Map<String, String> entries = new TreeMap<>();
    for (int n = 1; values.containsKey(entry(prefix, n) + key); n++) {
      String name = optional(entry(prefix, n) + key).orElse("");
      optional(entry(prefix, n) + value).ifPresent(found -> entries.put(name, found));
    }
    return entries;
  }

  private static String entry(String prefix, int n) {
    return prefix + ".entry." + n + ".";
  }

  void nothingElse() throws Refusal {
    if (!unread.isEmpty()) {
      throw Refusal.invalidParameter(
          unread.iterator().next(), "this stub of SNS knows no such parameter");
    }
  }
}
