package app.oddiya.apps.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Remembers a process across the death of ours, by its id *and* the instant it started: ids are
/// reused, and whoever has got this one by now must be left alone.
///
/// @param file two lines, process id and start in epoch milliseconds
record PidFile(Path file) {

  /// How far two readings of one process's start may lie apart: Linux tells it relative to the boot
  /// time, which moves when the clock is set.
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  void remember(ProcessHandle process) throws IOException {
    Instant start = process.info().startInstant().orElse(Instant.EPOCH);
    Files.write(file, List.of(Long.toString(process.pid()), Long.toString(start.toEpochMilli())));
  }

  void forget() throws IOException {
    Files.deleteIfExists(file);
  }

  /// The process remembered, if it is still the same one and still alive. A file cut short by a
  /// crash remembers nothing.
  Optional<ProcessHandle> survivor() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.size() < 2
        || !lines.stream().limit(2).allMatch(line -> line.matches("[0-9]{1,18}"))) {
      return Optional.empty();
    }
    Instant start = Instant.ofEpochMilli(Long.parseLong(lines.get(1)));
    return ProcessHandle.of(Long.parseLong(lines.getFirst()))
        .filter(ProcessHandle::isAlive)
        .filter(
            process ->
                process
                    .info()
                    .startInstant()
                    .map(seen -> Duration.between(start, seen).abs().compareTo(TOLERANCE) <= 0)
                    .orElse(false));
  }
}
