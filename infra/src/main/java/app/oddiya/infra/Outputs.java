package app.oddiya.infra;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/// What `deploy/kubernetes` has to know, under names that stay.
final class Outputs extends Construct {

  Outputs(Construct scope) {
    super(scope, "Outputs");
  }

  Outputs say(String name, String value) {
    CfnOutput.Builder.create(this, name).value(value).build().overrideLogicalId(name);
    return this;
  }

  /// One for each ServiceAccount: `oddiya-llm-agent` is told as `RoleOddiyaLlmAgent`.
  Outputs roles(Map<String, Role> byAccount) {
    new TreeMap<>(byAccount)
        .forEach((account, role) -> say("Role" + camel(account), role.getRoleArn()));
    return this;
  }

  /// Names of outputs are letters and digits.
  private static String camel(String name) {
    return Stream.of(name.split("-", -1))
        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
        .collect(Collectors.joining());
  }
}
