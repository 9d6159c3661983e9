package app.oddiya.apps.local;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What stood on the command line after the command: `--name value` and `--switch`.
final class Options {

  private final Map<String, String> values = new HashMap<>();
  private final Set<String> switches = new HashSet<>();

  /// @throws IllegalArgumentException for anything that is neither
  Options(String[] args, int from, Set<String> valued, Set<String> bare) {
    for (int i = from; i < args.length; i++) {
      if (bare.contains(args[i])) {
        switches.add(args[i]);
      } else if (valued.contains(args[i]) && i + 1 < args.length) {
        values.put(args[i], args[++i]);
      } else {
        throw new IllegalArgumentException("not understood: " + args[i]);
      }
    }
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  boolean has(String name) {
    return switches.contains(name);
  }
}
