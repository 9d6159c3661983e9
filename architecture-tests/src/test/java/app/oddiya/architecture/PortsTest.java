package app.oddiya.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rule 6: every port has a contract, a fake, and each of its adapters passes the contract.
class PortsTest {

  private final House house = House.real();

  @Test
  void everyPortHasAContractThatItsFakeAndItsAdaptersPass() throws IOException {
    assertThat(Ports.gaps(house, compiledTestsOfAdapters())).isEmpty();
  }

  @Test
  void thereArePortsInEveryContext() {
    assertThat(House.CONTEXTS)
        .allSatisfy(
            context ->
                assertThat(Ports.of(house))
                    .as(context)
                    .anyMatch(p -> p.getPackageName().startsWith(house.in("domain." + context))));
  }

  /// This module is the last of the build: the others' tests are compiled by now.
  private static JavaClasses compiledTestsOfAdapters() throws IOException {
    List<Path> folders;
    try (Stream<Path> adapters = Files.list(House.checkout().resolve("adapters"))) {
      folders =
          adapters.map(a -> a.resolve("target/test-classes")).filter(Files::isDirectory).toList();
    }
    JavaClasses tests = new ClassFileImporter().importPaths(folders);
    assertThat(tests.stream().anyMatch(c -> c.getSimpleName().endsWith("Test")))
        .as("compiled tests of the adapters (build the whole tree first)")
        .isTrue();
    return tests;
  }
}
