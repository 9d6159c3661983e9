package app.oddiya.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.aps.CfnRuleGroupsNamespace;
import software.amazon.awscdk.services.aps.CfnWorkspace;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/// Where the collector writes, and the rules that are asked of it (`deploy/observability`): there,
/// so that a node that is gone is told of.
///
/// The forms are those of Amazon Managed Service for Prometheus, user guide, "Alert manager
/// configuration" and "Rules configuration".
final class Metrics {

  /// Who writes into the topic of alarms.
  static final String ALERT_MANAGER = "aps.amazonaws.com";

  /// What the names of runbooks begin with in the rules.
  private static final String RUNBOOKS = "docs/runbooks/";

  private Metrics() {}

  static CfnWorkspace in(Construct scope, Topic alarms, Settings settings) {
    CfnWorkspace workspace =
        CfnWorkspace.Builder.create(scope, "Metrics")
            .alias("oddiya")
            .alertManagerDefinition(whoIsTold(alarms))
            .build();
    workspace.applyRemovalPolicy(RemovalPolicy.RETAIN);
    CfnRuleGroupsNamespace.Builder.create(scope, "AlertRules")
        .name("oddiya")
        .workspace(workspace.getAttrArn())
        .data(rules(settings))
        .build();
    return workspace;
  }

  private static String rules(Settings settings) {
    try {
      return Files.readString(settings.alertRules()).replace(RUNBOOKS, settings.runbooks());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All go to the same people. A page is repeated every four hours while it lasts, a ticket once a
  /// day.
  private static String whoIsTold(Topic alarms) {
    return """
        alertmanager_config: |
          route:
            receiver: alarms
            group_by: [alertname]
            repeat_interval: 4h
            routes:
              - receiver: alarms
                matchers: ['severity="ticket"']
                repeat_interval: 24h
          receivers:
            - name: alarms
              sns_configs:
                - topic_arn: %s
                  sigv4:
                    region: %s
                  subject: 'Oddiya: {{ .Status }} {{ .CommonLabels.alertname }}'
                  message: |
                    {{ range .Alerts }}{{ .Status }}, {{ .Labels.severity }}: {{ .Annotations.summary }}
                    {{ .Annotations.runbook_url }}
                    {{ end }}
        """
        .formatted(alarms.getTopicArn(), Settings.REGION);
  }
}
