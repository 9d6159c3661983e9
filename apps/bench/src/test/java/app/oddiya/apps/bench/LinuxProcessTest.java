package app.oddiya.apps.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LinuxProcessTest {

  @Test
  void cpuTimeIsUserAndSystemTimeWhateverTheProcessIsCalled() {
    String stat =
        "4711 (a) b (c) S 1 4711 4711 0 -1 4194304 2000 0 5 0 120 34 7 8 20 0 9 0 5 1 2 3";
    assertThat(LinuxProcess.ticks(stat)).isEqualTo(154);
  }

  @Test
  void residentMemoryIsTheLineOfThatName() {
    String status = "Name:\tnginx\nVmHWM:\t   9000 kB\nVmRSS:\t   8123 kB\nThreads:\t1\n";
    assertThat(LinuxProcess.residentKibibytes(status)).isEqualTo(8123);
  }

  @Test
  void aProcessWithoutMemoryIsNoSubject() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinuxProcess.residentKibibytes("Name:\tkthreadd\n"));
  }

  @Test
  void readsWhatLinuxSaysOfThisProcess() {
    LinuxProcess self = new LinuxProcess(ProcessHandle.current().pid());
    assertThat(self.cpuSeconds()).isPositive();
    assertThat(self.residentMebibytes()).isGreaterThan(1);
    assertThat(self.commandLine().getFirst()).endsWith("java");
  }

  @Test
  void aProcessThatIsGoneHasNoFigures() {
    LinuxProcess nobody = new LinuxProcess(Integer.MAX_VALUE);
    assertThatThrownBy(nobody::cpuSeconds).isInstanceOf(BenchFailure.class);
  }
}
