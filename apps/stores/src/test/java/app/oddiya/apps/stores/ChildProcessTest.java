package app.oddiya.apps.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

  private final Home home;

  ChildProcessTest(@TempDir Path directory) {
    this.home = new Home(directory);
  }

  @Test
  void aStoreStopsInGoodOrderWhenTheProcessThatStartedItIsKilled() throws Exception {
    int port = Ports.free();
    Process parent = new ProcessBuilder(anotherJvm(port)).start();
    String started = parent.inputReader().readLine();
    ProcessHandle store = survivor();

    parent.destroyForcibly();

    assertThat(started).isEqualTo("started");
    store.onExit().get(20, TimeUnit.SECONDS);
    assertThat(home.log("redis")).content().contains("started");
  }

  @Test
  void whatOutlivedItsGuardIsStoppedAtTheNextStart() throws Exception {
    int port = Ports.free();
    Process parent = new ProcessBuilder(anotherJvm(port)).start();
    assertThat(parent.inputReader().readLine()).isEqualTo("started");
    ProcessHandle store = survivor();
    List<ProcessHandle> guards = parent.descendants().filter(p -> !p.equals(store)).toList();
    guards.forEach(ProcessHandle::destroyForcibly);
    parent.destroyForcibly();
    assertThat(store.isAlive()).isTrue();

    try (Redis successor = Redis.start(home, "redis", Redis.Use.SESSIONS, port)) {
      assertThat(store.isAlive()).isFalse();
      assertThat(successor.ended()).isNotDone();
    }
  }

  @Test
  void anotherProcessThatHasGotTheIdByNowIsLeftAlone() throws IOException {
    Files.write(
        home.run().resolve("redis.pid"),
        List.of(Long.toString(ProcessHandle.current().pid()), "1000"));

    assertThat(new PidFile(home.run().resolve("redis.pid")).survivor()).isEmpty();
  }

  @Test
  void aStoreThatCannotStartSaysWhy() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThatThrownBy(() -> Redis.start(home, "redis", Redis.Use.CACHE, taken.getLocalPort()))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("redis did not start")
          .hasMessageContaining("Address already in use");
    }
  }

  @Test
  void twoRunsDoNotShareAHome() {
    try (HomeLock held = HomeLock.take(home)) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> HomeLock.take(home)).hasMessageContaining("already running");
    }
  }

  private ProcessHandle survivor() throws IOException {
    return new PidFile(home.run().resolve("redis.pid")).survivor().orElseThrow();
  }

  private List<String> anotherJvm(int port) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx64m",
        "-cp",
        System.getProperty("java.class.path"),
        Parent.class.getName(),
        home.root().toString(),
        Integer.toString(port));
  }

  /// Starts a Redis and waits to be killed.
  static final class Parent {

    private Parent() {}

    public static void main(String[] args) throws IOException {
      Redis.start(
          new Home(Path.of(args[0])), "redis", Redis.Use.SESSIONS, Integer.parseInt(args[1]));
      System.out.println("started");
      int end = System.in.read();
      System.out.println(end);
    }
  }
}
