package app.oddiya.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Rule 6. A port is a public interface at the top level of a context's domain that is not sealed:
/// callbacks are nested in the port that calls them. Each has a `*Contract` in the testkit, a fake
/// in `adapters.memory`, and every class that implements it is named by a test that passes the
/// contract.
final class Ports {

  private Ports() {}

  /// What is missing, a line each; empty when every port has all three.
  ///
  /// @param tests the compiled tests of all adapters
  static List<String> gaps(House house, JavaClasses tests) {
    List<String> gaps = new ArrayList<>();
    for (JavaClass port : of(house)) {
      String contract = house.in("domain.testkit.contract." + port.getSimpleName() + "Contract");
      if (!house.classes().contain(contract)) {
        gaps.add(port.getSimpleName() + " has no contract in the testkit");
      }
      List<JavaClass> adapters =
          port.getAllSubclasses().stream()
              .filter(c -> c.getPackageName().startsWith(house.in("adapters.")))
              .filter(c -> !c.isInterface() && !c.getModifiers().contains(JavaModifier.ABSTRACT))
              .sorted(Comparator.comparing(JavaClass::getName))
              .toList();
      if (adapters.stream()
          .noneMatch(c -> c.getPackageName().startsWith(house.in("adapters.memory")))) {
        gaps.add(port.getSimpleName() + " has no fake in adapters.memory");
      }
      for (JavaClass adapter : adapters) {
        if (runners(tests, contract).noneMatch(runner -> knows(runner, adapter))) {
          gaps.add(
              adapter.getSimpleName()
                  + " has no test that passes "
                  + port.getSimpleName()
                  + "Contract");
        }
      }
    }
    return gaps;
  }

  /// The ports of all contexts, in the order of their names.
  static List<JavaClass> of(House house) {
    return House.CONTEXTS.stream()
        .flatMap(
            context ->
                house.classes().stream()
                    .filter(c -> c.getPackageName().startsWith(house.in("domain." + context))))
        .filter(c -> c.isInterface() && !c.isAnnotation() && c.isTopLevelClass())
        .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(c -> !c.reflect().isSealed())
        .sorted(Comparator.comparing(JavaClass::getName))
        .toList();
  }

  private static Stream<JavaClass> runners(JavaClasses tests, String contract) {
    return tests.stream()
        .filter(
            test ->
                test.getAllRawInterfaces().stream().anyMatch(i -> i.getName().equals(contract)));
  }

  /// A runner of `PostgresPlans` names it, or lives in its package (where only a Dagger module
  /// hands it out under its port's type).
  private static boolean knows(JavaClass runner, JavaClass adapter) {
    return runner.getPackageName().equals(adapter.getPackageName())
        || runner.getDirectDependenciesFromSelf().stream()
            .anyMatch(d -> d.getTargetClass().equals(adapter));
  }
}
