package app.oddiya.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The real house keeps rules 1 to 5 and 7, and none of them is vacuous (rule 9: ArchUnit fails a
/// rule whose `that()` selects no class; the packages that allow-lists name are checked here).
class HouseRulesTest {

  private final House house = House.real();

  @TestFactory
  Stream<DynamicTest> theHouseKeepsItsRules() {
    return rules().map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> check(rule)));
  }

  @Test
  void adaptersModulesHaveNoConditionals() {
    assertThat(Modules.withConditionals(house)).isEmpty();
  }

  @Test
  void everyPackageNamedInARuleHoldsAClass() {
    List<String> named =
        Stream.concat(
                House.CONTEXTS.stream().flatMap(c -> Stream.of("domain." + c, "application." + c)),
                Stream.of(
                    "domain.shared",
                    "domain.testkit.contract",
                    "adapters.memory",
                    "adapters.web",
                    "adapters.http",
                    "adapters.proxy",
                    "apps"))
            .map(house::in)
            .toList();
    assertThat(named)
        .allSatisfy(
            name ->
                assertThat(house.classes().stream())
                    .as(name)
                    .anyMatch(c -> (c.getPackageName() + ".").startsWith(name + ".")));
    assertThat(House.CONTEXTS)
        .allSatisfy(
            context ->
                assertThat(house.classes().stream())
                    .as("adapters of " + context)
                    .anyMatch(
                        c ->
                            (c.getPackageName() + ".")
                                .matches("app\\.oddiya\\.adapters\\.\\w+\\." + context + "\\..*")));
  }

  private void check(ArchRule rule) {
    rule.allowEmptyShould(false).check(house.classes());
  }

  private Stream<ArchRule> rules() {
    Stream<ArchRule> perContext =
        House.CONTEXTS.stream()
            .flatMap(
                context ->
                    Stream.of(
                        Rules.domainIsPlain(house, context),
                        Rules.applicationIsPlain(house, context),
                        Rules.contextsAreStrangers(house, context)));
    return Stream.concat(
        perContext,
        Stream.of(
            Rules.domainIsPlain(house, "shared"),
            Rules.adaptersAreStrangers(house),
            Rules.adaptersShowModulesAndRecordsOnly(house),
            Rules.componentsLiveInApps(house),
            Rules.businessIsDeterministic(house),
            Rules.packagesAreNullMarked(house)));
  }
}
