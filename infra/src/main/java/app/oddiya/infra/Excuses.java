package app.oddiya.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.constructs.IConstruct;

/// Findings of cdk-nag that stand, each with its reason.
final class Excuses {

  private Excuses() {}

  /// @param rule `AwsSolutions-EKS1`
  /// @param reason a sentence for whoever asks
  record Excuse(String rule, String reason, List<String> only) {

    /// @param only findings of the rule; none for all
    static Excuse of(String rule, String reason, String... only) {
      return new Excuse(rule, reason, List.of(only));
    }

    private NagPackSuppression suppression() {
      NagPackSuppression.Builder builder = NagPackSuppression.builder().id(rule).reason(reason);
      if (!only.isEmpty()) {
        builder.appliesTo(only);
      }
      return builder.build();
    }
  }

  /// Of the construct and all below it.
  static void excuse(IConstruct construct, Excuse... excuses) {
    NagSuppressions.addResourceSuppressions(
        construct, List.of(excuses).stream().map(Excuse::suppression).toList(), true);
  }
}
