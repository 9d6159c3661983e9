package app.oddiya.infra;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What an operator has to say, read once from CDK's context (`cdk.context.json`, or
/// `-c oddiya:mail=...`).
///
/// @param certificate ARN of the certificate that the load balancer shows
/// @param operators networks from which the API of Kubernetes may be called
/// @param operatorRole ARN of the role whose bearers administer Kubernetes
/// @param mail who is told of alarms and of the budget
/// @param budget US dollars a month
/// @param runbooks what the names of runbooks begin with in alarms
/// @param webOrigins origins of pages that send photos and show films
/// @param apns how Apple knows us
/// @param bedrock which model is asked, and where
/// @param deploy the folder `deploy`, whose files the stack carries
record Settings(
    String certificate,
    List<String> operators,
    String operatorRole,
    String mail,
    int budget,
    String runbooks,
    List<String> webOrigins,
    Apns apns,
    Bedrock bedrock,
    Path deploy) {

  static final String REGION = "ap-northeast-2";

  /// The two zones of Seoul that have machines of the second generation (t2).
  static final List<String> ZONES = List.of(REGION + "a", REGION + "c");

  /// @param keyId of the signing key, which itself is a parameter (see [Pushes])
  /// @param sandbox for builds of the app that come from a developer's machine
  record Apns(String keyId, String teamId, String bundleId, boolean sandbox) {

    String platform() {
      return sandbox ? "APNS_SANDBOX" : "APNS";
    }
  }

  /// @param model a model's id, or that of an inference profile, which begins with a geography
  record Bedrock(String region, String model) {

    private static final List<String> GEOGRAPHIES = List.of("apac.", "us.", "eu.", "global.");

    boolean isProfile() {
      return GEOGRAPHIES.stream().anyMatch(model::startsWith);
    }

    String foundationModel() {
      return isProfile() ? model.substring(model.indexOf('.') + 1) : model;
    }
  }

  /// @param context a value by its name, null where there is none
  /// @throws IllegalArgumentException naming all that is missing or wrong, a line each
  static Settings read(Function<String, @Nullable Object> context, Path deploy) {
    var reader = new Reader(context);
    var settings =
        new Settings(
            reader.text("certificate"),
            reader.list("operators"),
            reader.text("operator-role"),
            reader.text("mail"),
            reader.number("budget", "200"),
            reader.text("runbooks", "docs/runbooks/"),
            reader.list("web-origins", ""),
            new Apns(
                reader.text("apns-key-id"),
                reader.text("apns-team-id"),
                reader.text("apns-bundle-id"),
                reader.text("apns-sandbox", "false").equals("true")),
            new Bedrock(
                reader.text("bedrock-region", REGION),
                reader.text("bedrock-model", "apac.anthropic.claude-sonnet-4-20250514-v1:0")),
            deploy);
    reader.end();
    return settings;
  }

  /// Settings and scripts of the stores.
  Path databaseFiles() {
    return deploy.resolve("database");
  }

  /// What is asked of the services' metrics.
  Path alertRules() {
    return deploy.resolve("observability").resolve("alerts.yaml");
  }

  private static final class Reader {

    private final Function<String, @Nullable Object> context;
    private final List<String> problems = new ArrayList<>();

    Reader(Function<String, @Nullable Object> context) {
      this.context = context;
    }

    String text(String name, String usual) {
      Object value = context.apply("oddiya:" + name);
      return value == null ? usual : value.toString().strip();
    }

    String text(String name) {
      String value = text(name, "");
      if (value.isEmpty()) {
        problems.add("oddiya:" + name + ": is missing");
      }
      return value;
    }

    List<String> list(String name, String usual) {
      return List.of(text(name, usual).split(",", -1)).stream()
          .map(String::strip)
          .filter(part -> !part.isEmpty())
          .toList();
    }

    List<String> list(String name) {
      List<String> parts = list(name, "");
      if (parts.isEmpty()) {
        problems.add("oddiya:" + name + ": is missing");
      }
      if (parts.contains("0.0.0.0/0")) {
        problems.add("oddiya:" + name + ": 0.0.0.0/0 (expected: networks of yours)");
      }
      return parts;
    }

    int number(String name, String usual) {
      String value = text(name, usual);
      if (!value.matches("[1-9]\\d{0,5}")) {
        problems.add("oddiya:" + name + ": " + value + " (expected: a whole number)");
        return 1;
      }
      return Integer.parseInt(value);
    }

    void end() {
      if (!problems.isEmpty()) {
        throw new IllegalArgumentException(String.join("\n", problems));
      }
    }
  }
}
