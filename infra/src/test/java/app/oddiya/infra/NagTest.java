package app.oddiya.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// cdk-nag's own report: a line for each rule and resource, with `Compliant`, `Non-Compliant` or
/// `Suppressed` and the reason.
class NagTest {

  @Test
  void cdkNagFindsNothingThatIsNotExcused() throws IOException {
    assertThat(report()).noneMatch(line -> line.contains("\"Non-Compliant\""));
    assertThat(report()).noneMatch(line -> line.contains("\"UNKNOWN\""));
  }

  /// A report of nothing would find nothing.
  @Test
  void theReportIsAboutThisStack() throws IOException {
    assertThat(report()).filteredOn(line -> line.contains("\"Compliant\"")).hasSizeGreaterThan(50);
    assertThat(report())
        .filteredOn(line -> line.contains("\"Suppressed\""))
        .anyMatch(line -> line.contains("AwsSolutions-EKS1"));
  }

  private static List<String> report() throws IOException {
    Path report = Synthesis.get().folder().resolve("AwsSolutions-Oddiya-NagReport.csv");
    return Files.readAllLines(report);
  }
}
