package app.oddiya.apps.local;

import app.oddiya.adapters.web.BadSettings;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Services that did not start, with what each of them says about it.
final class StartFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final boolean badSettings;

  /// @param causes one for each service that did not start
  StartFailure(List<? extends @Nullable Throwable> causes) {
    super(said(causes));
    causes.stream().filter(Objects::nonNull).forEach(this::addSuppressed);
    badSettings = causes.stream().allMatch(BadSettings.class::isInstance);
  }

  /// Whether the environment is to blame and nothing else.
  boolean isBadSettings() {
    return badSettings;
  }

  /// Several services may miss the same thing: it is said once.
  private static String said(List<? extends @Nullable Throwable> causes) {
    return causes.stream()
        .flatMap(
            cause ->
                cause instanceof BadSettings bad
                    ? bad.problems().stream()
                    : List.of(String.valueOf(cause)).stream())
        .distinct()
        .collect(Collectors.joining("\n"));
  }
}
