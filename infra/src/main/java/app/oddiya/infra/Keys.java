package app.oddiya.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/// Three keys, one for each kind of what may be read by different people: what users send and are
/// told, what the stores hold, and the secrets of Kubernetes. AWS turns them every year by itself.
///
/// @param media bucket, queue and topics
/// @param stores volumes, backups and parameters of PostgreSQL and Redis
/// @param cluster secrets of Kubernetes
record Keys(Key media, Key stores, Key cluster) {

  static Keys in(Construct scope) {
    Key media = key(scope, "MediaKey", "photos, films, jobs, events");
    media.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("AlarmsIntoTheTopic")
            .principals(
                List.of(
                    new ServicePrincipal("cloudwatch.amazonaws.com"),
                    new ServicePrincipal("events.amazonaws.com"),
                    new ServicePrincipal(Metrics.ALERT_MANAGER)))
            .actions(List.of("kms:Decrypt", "kms:GenerateDataKey*"))
            .resources(List.of("*"))
            .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
            .build());
    return new Keys(
        media,
        key(scope, "StoresKey", "volumes and backups of PostgreSQL and Redis"),
        key(scope, "ClusterKey", "secrets of Kubernetes"));
  }

  private static Key key(Construct scope, String id, String description) {
    return Key.Builder.create(scope, id)
        .description("Oddiya: " + description)
        .enableKeyRotation(true)
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
  }
}
