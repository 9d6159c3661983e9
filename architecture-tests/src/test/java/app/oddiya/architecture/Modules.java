package app.oddiya.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.util.List;

/// Rule 4, second half: an adapter's Dagger module only constructs. What is chosen at run time is
/// chosen in an app, so a branch in an adapter's module is a choice in the wrong room. ArchUnit
/// does not look inside methods; the byte code tells.
final class Modules {

  private Modules() {}

  /// Methods `Class.method` of Dagger modules in `adapters` that branch.
  static List<String> withConditionals(House house) {
    return house.classes().stream()
        .filter(type -> type.getPackageName().startsWith(house.in("adapters.")))
        .filter(type -> type.isAnnotatedWith("dagger.Module"))
        .flatMap(
            type ->
                parse(type).methods().stream()
                    .filter(Modules::branches)
                    .map(method -> type.getName() + "." + method.methodName().stringValue()))
        .sorted()
        .toList();
  }

  private static boolean branches(MethodModel method) {
    return method.code().stream()
        .flatMap(code -> code.elementList().stream())
        .anyMatch(Modules::isBranch);
  }

  private static boolean isBranch(CodeElement element) {
    return element instanceof BranchInstruction
        || element instanceof LookupSwitchInstruction
        || element instanceof TableSwitchInstruction;
  }

  private static ClassModel parse(JavaClass type) {
    String resource = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = Modules.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return ClassFile.of().parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
