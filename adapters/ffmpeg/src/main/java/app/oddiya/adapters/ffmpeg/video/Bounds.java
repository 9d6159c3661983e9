package app.oddiya.adapters.ffmpeg.video;

import java.util.ArrayList;
import java.util.List;

/// What a media program may use before the kernel stops it.
///
/// @param cpuSeconds of processor time
/// @param memoryBytes of address space
/// @param fileBytes of any file it writes
record Bounds(int cpuSeconds, long memoryBytes, long fileBytes) {

  private static final int BLOCK = 512;

  /// The command behind these limits. POSIX `ulimit` in a shell that then becomes the command: no
  /// JVM can set limits for a child alone, `prlimit` is not everywhere, and this costs a
  /// millisecond.
  List<String> around(List<String> command) {
    List<String> bounded = new ArrayList<>();
    bounded.add("/bin/sh");
    bounded.add("-c");
    bounded.add(
        "ulimit -c 0 && ulimit -t %d && ulimit -v %d && ulimit -f %d && exec \"$@\""
            .formatted(cpuSeconds, memoryBytes / 1024, Math.ceilDiv(fileBytes, BLOCK)));
    bounded.add("sh");
    bounded.addAll(command);
    return bounded;
  }
}
