package app.oddiya.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;

/// Calls that a role may make, each list of them spelled out: CDK's own grants give whole families.
final class Permissions {

  private Permissions() {}

  static void allow(Role role, List<String> actions, List<String> resources) {
    allow(role, actions, resources, Map.of());
  }

  static void allow(
      Role role, List<String> actions, List<String> resources, Map<String, Object> conditions) {
    role.addToPolicy(
        PolicyStatement.Builder.create()
            .actions(actions)
            .resources(resources)
            .conditions(conditions)
            .build());
  }
}
