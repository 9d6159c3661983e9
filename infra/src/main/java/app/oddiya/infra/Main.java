package app.oddiya.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.nio.file.Path;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;

/// What `cdk` starts, in the folder of this module.
public final class Main {

  private static final int BAD_CONFIGURATION = 78;

  private Main() {}

  public static void main(String[] args) {
    try {
      Node.require();
      App app = App.Builder.create().context(Flags.ALL).build();
      Settings settings = Settings.read(app.getNode()::tryGetContext, Path.of("..", "deploy"));
      new OddiyaStack(app, "Oddiya", settings);
      Aspects.of(app).add(AwsSolutionsChecks.Builder.create().verbose(true).build());
      app.synth();
    } catch (IllegalArgumentException | IllegalStateException problem) {
      System.err.println(problem.getMessage());
      System.exit(BAD_CONFIGURATION);
    }
  }
}
