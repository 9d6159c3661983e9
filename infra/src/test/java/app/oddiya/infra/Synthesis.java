package app.oddiya.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.assertions.Template;

/// The stack, synthesised once for all tests: CDK's child process takes most of their time.
///
/// @param folder with cdk-nag's report in it
record Synthesis(Path folder, Made made) {

  static final Map<String, Object> CONTEXT =
      Map.of(
          "oddiya:certificate",
          "arn:aws:acm:ap-northeast-2:111122223333:certificate/1",
          "oddiya:operators",
          "198.51.100.0/24, 203.0.113.7/32",
          "oddiya:operator-role",
          "arn:aws:iam::111122223333:role/operator",
          "oddiya:mail",
          "operator@oddiya.example",
          "oddiya:web-origins",
          "https://app.oddiya.example",
          "oddiya:apns-key-id",
          "KEY0000001",
          "oddiya:apns-team-id",
          "TEAM000001",
          "oddiya:apns-bundle-id",
          "app.oddiya");

  static Synthesis get() {
    return Once.VALUE;
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

  static Path deploy() {
    return checkout().resolve("deploy");
  }

  static Path databaseFiles() {
    return deploy().resolve("database");
  }

  private static final class Once {
    static final Synthesis VALUE = synthesise();
  }

  private static Synthesis synthesise() {
    Node.require();
    Path folder = checkout().resolve("infra/target/cdk.out");
    var context = new HashMap<>(Flags.ALL);
    context.putAll(CONTEXT);
    App app = App.Builder.create().context(context).outdir(folder.toString()).build();
    var stack =
        new OddiyaStack(app, "Oddiya", Settings.read(app.getNode()::tryGetContext, deploy()));
    Aspects.of(app).add(AwsSolutionsChecks.Builder.create().verbose(true).build());
    return new Synthesis(folder, Made.of(Template.fromStack(stack).toJSON()));
  }
}
