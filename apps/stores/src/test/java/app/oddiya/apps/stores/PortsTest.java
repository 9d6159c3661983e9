package app.oddiya.apps.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PortsTest {

  private static final int MANY = 300;

  /// So many that two processes which did not know of each other would choose some alike.
  @Test
  void twoProcessesAreNeverGivenTheSame() throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Other.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines = other.inputReader()) {
      Set<Integer> theirs = new TreeSet<>();
      for (int i = 0; i < MANY; i++) {
        theirs.add(Integer.valueOf(lines.readLine()));
      }
      Set<Integer> ours = new TreeSet<>();
      for (int i = 0; i < MANY; i++) {
        ours.add(Ports.free());
      }
      assertThat(ours).hasSize(MANY).doesNotContainAnyElementsOf(theirs);
    } finally {
      other.destroy();
    }
  }

  /// Takes its ports, says which, and stays until it is ended.
  static final class Other {

    public static void main(String[] arguments) throws Exception {
      for (int i = 0; i < MANY; i++) {
        System.out.println(Ports.free());
      }
      System.in.read();
    }
  }
}
