package app.oddiya.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A tree of classes laid out as `docs/adr/0001` says, under a root package. The rules are written
/// against a house, so that the same rule judges the real one and the planted one.
///
/// @param root the package under which `domain`, `application`, `adapters` and `apps` lie
/// @param classes main code only for the real house
record House(String root, JavaClasses classes) {

  static final List<String> CONTEXTS = List.of("identity", "planning", "video");

  static House real() {
    return RealHouse.INSTANCE;
  }

  /// Classes that break the rules on purpose.
  static House planted() {
    return new House("planted", new ClassFileImporter().importPackages("planted"));
  }

  String in(String packages) {
    return root + "." + packages;
  }

  /// The checkout, found by its script, whatever folder the tests run in.
  static Path checkout() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(folder.resolve("oddiya"))) {
      Path parent = folder.getParent();
      if (parent == null) {
        throw new IllegalStateException("not inside a checkout: " + Path.of("").toAbsolutePath());
      }
      folder = parent;
    }
    return folder;
  }

  /// Read once: it is every class of the system.
  private static final class RealHouse {
    static final House INSTANCE =
        new House(
            "app.oddiya",
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(
                    "app.oddiya.domain",
                    "app.oddiya.application",
                    "app.oddiya.adapters",
                    "app.oddiya.apps"));
  }
}
