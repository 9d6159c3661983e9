package app.oddiya.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Rules 1 to 5 and 7, as functions of the house they judge. Numbers as in `docs/adr/0001`.
final class Rules {

  /// What the business may use of the JDK: values, collections, time, streams, names of files.
  private static final Set<String> QUIET_TYPES =
      Set.of(
          "java.io.InputStream",
          "java.io.OutputStream",
          "java.io.IOException",
          "java.io.UncheckedIOException",
          "java.io.Closeable",
          "java.io.Serializable",
          "java.net.URI",
          "java.nio.ByteBuffer",
          "java.nio.file.Path");

  private static final String[] QUIET_PACKAGES = {
    "java.lang..",
    "java.util..",
    "java.time..",
    "java.math..",
    "java.text..",
    "java.nio.charset..",
    "org.jspecify.annotations"
  };

  private static final Set<String> IMPURE_OWNERS =
      Set.of(
          "java.util.concurrent.ThreadLocalRandom",
          "java.util.SplittableRandom",
          "java.security.SecureRandom");

  private static final Set<String> IMPURE_CALLS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID",
          "java.time.InstantSource.system");

  private Rules() {}

  /// 1. The domain of a context: itself, `shared`, the quiet JDK.
  static ArchRule domainIsPlain(House house, String context) {
    return classes()
        .that()
        .resideInAPackage(house.in("domain." + context + ".."))
        .should()
        .onlyDependOnClassesThat(
            quiet()
                .or(
                    resideInAnyPackage(
                        house.in("domain." + context + ".."), house.in("domain.shared.."))))
        .as("1. domain " + context + " depends on itself, shared and the quiet parts of the JDK");
  }

  /// 1. The use cases of a context: the same, and their own domain.
  static ArchRule applicationIsPlain(House house, String context) {
    return classes()
        .that()
        .resideInAPackage(house.in("application." + context + ".."))
        .should()
        .onlyDependOnClassesThat(
            quiet()
                .or(
                    resideInAnyPackage(
                        house.in("application." + context + ".."),
                        house.in("domain." + context + ".."),
                        house.in("domain.shared.."))))
        .as("1. application " + context + " depends on its own domain, shared and the quiet JDK");
  }

  /// 2. Outside the domain, too, code of one context does not reach into another's.
  static ArchRule contextsAreStrangers(House house, String context) {
    String[] others =
        House.CONTEXTS.stream()
            .filter(other -> !other.equals(context))
            .flatMap(
                other -> List.of("domain." + other + "..", "application." + other + "..").stream())
            .map(house::in)
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAnyPackage(house.in("adapters.*." + context + ".."))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .as("2. adapters of " + context + " do not know other contexts");
  }

  /// 3. Adapters do not know each other; `web` and `http` are the kits they may stand on.
  static ArchRule adaptersAreStrangers(House house) {
    return SlicesRuleDefinition.slices()
        .matching(house.in("adapters.(*).."))
        .should()
        .notDependOnEachOther()
        .ignoreDependency(
            resideInAPackage(house.in("adapters..")),
            resideInAnyPackage(house.in("adapters.web.."), house.in("adapters.http..")))
        .as("3. adapters do not know each other, but for web and http");
  }

  /// 3. What an adapter shows is its Dagger module and its configuration.
  static ArchRule adaptersShowModulesAndRecordsOnly(House house) {
    return classes()
        .that()
        .resideInAPackage(house.in("adapters.."))
        .and(
            not(
                resideInAnyPackage(
                    house.in("adapters.memory.."),
                    house.in("adapters.web.."),
                    house.in("adapters.http.."),
                    house.in("adapters.proxy.."))))
        .and(not(generatedByDagger()))
        .and(describe("public at the top level", c -> isPublic(c) && c.isTopLevelClass()))
        .and(not(describe("package-info", c -> c.getSimpleName().equals("package-info"))))
        .should(beAModuleOrARecord(house))
        .as("3. public types of adapters are Dagger modules and configuration records");
  }

  /// 4. Wiring is the apps' business.
  static ArchRule componentsLiveInApps(House house) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(house.in("apps.."))
        .should()
        .beAnnotatedWith("dagger.Component")
        .as("4. @Component only in apps");
  }

  /// 5. Time, chance and environment are handed in.
  static ArchRule businessIsDeterministic(House house) {
    return noClasses()
        .that()
        .resideInAnyPackage(
            house.in("domain.shared.."),
            house.in("domain.identity.."),
            house.in("domain.planning.."),
            house.in("domain.video.."),
            house.in("application.."))
        .should(readClockChanceOrEnvironment())
        .as("5. no clock, randomness or environment is read in domain or application");
  }

  /// 7. Null is said where it can be, in every package.
  static ArchRule packagesAreNullMarked(House house) {
    return classes()
        .that(describe("are of " + house.root(), c -> !c.getSimpleName().equals("package-info")))
        .should(liveInANullMarkedPackage())
        .as("7. every package is @NullMarked");
  }

  private static DescribedPredicate<JavaClass> quiet() {
    return resideInAnyPackage(QUIET_PACKAGES)
        .or(describe("quiet types", c -> QUIET_TYPES.contains(baseName(c))))
        .or(describe("primitives", c -> c.getBaseComponentType().isPrimitive()));
  }

  private static String baseName(JavaClass type) {
    return type.getBaseComponentType().getName();
  }

  private static DescribedPredicate<JavaClass> generatedByDagger() {
    return describe(
        "generated by Dagger",
        c ->
            c.isAnnotatedWith("dagger.internal.DaggerGenerated")
                || c.getEnclosingClass()
                    .map(outer -> outer.isAnnotatedWith("dagger.internal.DaggerGenerated"))
                    .orElse(false));
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  private static ArchCondition<JavaClass> beAModuleOrARecord(House house) {
    return new ArchCondition<>("be a Dagger module or a record") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean allowed =
            type.isRecord()
                || type.isAnnotatedWith("dagger.Module")
                || isSharedInsideItsAdapterOnly(house, type);
        events.add(new SimpleConditionEvent(type, allowed, type.getName() + " is public"));
      }
    };
  }

  /// Java has no visibility for "my sub-packages": what the contexts' packages of one adapter share
  /// is public in the adapter's root package, and nobody else may use it.
  private static boolean isSharedInsideItsAdapterOnly(House house, JavaClass type) {
    String adapter = type.getPackageName();
    return adapter.matches(house.in("adapters.").replace(".", "\\.") + "\\w+")
        && type.getDirectDependenciesToSelf().stream()
            .map(Dependency::getOriginClass)
            .filter(not(generatedByDagger()))
            .allMatch(user -> (user.getPackageName() + ".").startsWith(adapter + "."));
  }

  private static ArchCondition<JavaClass> readClockChanceOrEnvironment() {
    return new ArchCondition<>("read the clock, chance or the environment") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
          if (isImpure(access)) {
            events.add(SimpleConditionEvent.satisfied(type, access.getDescription()));
          }
        }
      }
    };
  }

  private static boolean isImpure(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    boolean unseeded =
        owner.equals("java.util.Random")
            && name.equals("<init>")
            && access.getTarget().getFullName().endsWith("()");
    boolean now = owner.startsWith("java.time.") && name.equals("now");
    boolean systemClock = owner.equals("java.time.Clock") && name.startsWith("system");
    return unseeded
        || now
        || systemClock
        || IMPURE_OWNERS.contains(owner)
        || IMPURE_CALLS.contains(owner + "." + name);
  }

  private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
    return new ArchCondition<>("live in a @NullMarked package") {
      private final List<String> told = new ArrayList<>();

      @Override
      public void check(JavaClass type, ConditionEvents events) {
        String name = type.getPackageName();
        boolean marked = type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
        if (!marked && !told.contains(name)) {
          told.add(name);
          events.add(SimpleConditionEvent.violated(type, name + " is not @NullMarked"));
        }
      }
    };
  }
}
