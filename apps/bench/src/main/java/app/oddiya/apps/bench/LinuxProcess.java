package app.oddiya.apps.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What Linux says a process has used, its children counted with it (proc(5)).
///
/// @param pid of the process
public record LinuxProcess(long pid) {

  /// `/proc` counts in hundredths of a second on every machine that Java runs on.
  private static final double TICKS_PER_SECOND = 100;

  /// Fields 14 and 15 of `stat`, counted from the state, which is the third and the first after the
  /// name.
  private static final int UTIME_AFTER_NAME = 11;

  private static final String RESIDENT = "VmRSS:";
  private static final String SHARE = "Pss:";

  /// Seconds of CPU time so far, in user and kernel mode, of the process and the children it has.
  public double cpuSeconds() {
    return all().mapToLong(p -> ticks(read(p, "stat"))).sum() / TICKS_PER_SECOND;
  }

  /// Memory of the process and its children that is in RAM, in MiB.
  public double residentMebibytes() {
    return all().mapToLong(p -> residentKibibytes(read(p, "status"))).sum() / 1024.0;
  }

  /// The same without its children.
  public double ownResidentMebibytes() {
    return residentKibibytes(read(pid, "status")) / 1024.0;
  }

  /// Its part of its memory in RAM, in MiB: pages that several processes have are divided among
  /// them.
  public double shareMebibytes() {
    return kibibytes(read(pid, "smaps_rollup"), SHARE) / 1024.0;
  }

  /// Processes that wanted to run, on average over the last 1, 5 and 15 minutes: who else was
  // there.
  static String loadAverage() {
    String[] fields = read(Path.of("/proc/loadavg")).split(" ", -1);
    return String.join(" ", List.of(fields).subList(0, 3));
  }

  /// The words it was started with.
  public List<String> commandLine() {
    return List.of(read(pid, "cmdline").split("\0", -1));
  }

  private Stream<Long> all() {
    Stream<Long> children =
        ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants).map(ProcessHandle::pid);
    return Stream.concat(Stream.of(pid), children);
  }

  /// User and system time of a line of `stat`. The name of a process, in parentheses, may hold
  /// spaces and parentheses itself.
  static long ticks(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
    return Long.parseLong(fields[UTIME_AFTER_NAME]) + Long.parseLong(fields[UTIME_AFTER_NAME + 1]);
  }

  /// The line `VmRSS` of a `status`.
  static long residentKibibytes(String status) {
    return kibibytes(status, RESIDENT);
  }

  private static long kibibytes(String lines, String name) {
    return lines
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).replace("kB", "").strip())
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no line " + name));
  }

  private static String read(long pid, String file) {
    return read(Path.of("/proc", Long.toString(pid), file));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new BenchFailure(file + " cannot be read: a process that ended too early?", e);
    }
  }
}
