package app.oddiya.infra;

import static app.oddiya.infra.Excuses.excuse;

import app.oddiya.infra.Excuses.Excuse;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.customresources.AwsCustomResource;
import software.amazon.awscdk.customresources.AwsCustomResourcePolicy;
import software.amazon.awscdk.customresources.AwsSdkCall;
import software.amazon.awscdk.customresources.PhysicalResourceId;
import software.amazon.awscdk.customresources.SdkCallsPolicyOptions;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.DesyncMitigationMode;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.RedirectOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.SslPolicy;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/// The load balancer: ends TLS and hands on to the ingress, which listens on a port of every node.
/// Made here rather than by a controller in the cluster, which would take some 100 MiB of the one
/// node to make one load balancer once (docs/adr/0031).
record Entrance(ApplicationLoadBalancer balancer, ApplicationTargetGroup nodes) {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  static Entrance in(Construct scope, Network network, Cluster cluster, Settings settings) {
    SecurityGroup door = network.entrance();
    door.addIngressRule(Peer.anyIpv4(), Port.tcp(HTTPS), "everybody");
    door.addIngressRule(Peer.anyIpv4(), Port.tcp(HTTP), "is sent to HTTPS");
    excuse(door, Excuse.of("AwsSolutions-EC23", "This is the one door for everybody."));
    ApplicationTargetGroup nodes = targets(scope, network);
    ApplicationLoadBalancer balancer = balancer(scope, network, door);
    balancer.addListener(
        "Https",
        BaseApplicationListenerProps.builder()
            .port(HTTPS)
            .protocol(ApplicationProtocol.HTTPS)
            .certificates(List.of(ListenerCertificate.fromArn(settings.certificate())))
            .sslPolicy(SslPolicy.RECOMMENDED_TLS)
            .defaultAction(ListenerAction.forward(List.of(nodes)))
            .open(false)
            .build());
    balancer.addListener(
        "Http",
        BaseApplicationListenerProps.builder()
            .port(HTTP)
            .protocol(ApplicationProtocol.HTTP)
            .defaultAction(
                ListenerAction.redirect(
                    RedirectOptions.builder()
                        .protocol("HTTPS")
                        .port("443")
                        .permanent(true)
                        .build()))
            .open(false)
            .build());
    attach(scope, cluster, nodes);
    return new Entrance(balancer, nodes);
  }

  private static ApplicationLoadBalancer balancer(
      Construct scope, Network network, SecurityGroup door) {
    ApplicationLoadBalancer balancer =
        ApplicationLoadBalancer.Builder.create(scope, "Balancer")
            .vpc(network.vpc())
            .vpcSubnets(Network.forNodes())
            .internetFacing(true)
            .securityGroup(door)
            .deletionProtection(true)
            .dropInvalidHeaderFields(true)
            .desyncMitigationMode(DesyncMitigationMode.STRICTEST)
            // Streams say something every 15 s; a plan may take 40 s.
            .idleTimeout(Duration.seconds(60))
            .build();
    excuse(
        balancer,
        Excuse.of(
            "AwsSolutions-ELB2",
            "Its log holds whole addresses, with the codes of sign-ins and the secrets of shared"
                + " plans in them. The gateway logs every request without."));
    return balancer;
  }

  /// Asks the ingress alone: whether services are well is for Kubernetes to judge.
  private static ApplicationTargetGroup targets(Construct scope, Network network) {
    return ApplicationTargetGroup.Builder.create(scope, "IngressOfNodes")
        .vpc(network.vpc())
        .targetType(TargetType.INSTANCE)
        .protocol(ApplicationProtocol.HTTP)
        .port(Network.NODE_PORT)
        // A node that is drained has two minutes in all.
        .deregistrationDelay(Duration.seconds(30))
        .healthCheck(
            HealthCheck.builder()
                .path("/healthz")
                .port(Integer.toString(Network.HEALTH_PORT))
                .interval(Duration.seconds(10))
                .timeout(Duration.seconds(5))
                .healthyThresholdCount(2)
                .unhealthyThresholdCount(2)
                .build())
        .build();
  }

  /// CloudFormation does not tell the scaling group that a node group has made, so it is asked for.
  private static void attach(Construct scope, Cluster cluster, ApplicationTargetGroup nodes) {
    var found =
        AwsCustomResource.Builder.create(scope, "FoundNodes")
            .onUpdate(
                AwsSdkCall.builder()
                    .service("EKS")
                    .action("describeNodegroup")
                    .parameters(
                        Map.of(
                            "clusterName",
                            Cluster.NAME,
                            "nodegroupName",
                            cluster.nodes().getAttrNodegroupName()))
                    .outputPaths(List.of("nodegroup.resources.autoScalingGroups.0.name"))
                    .physicalResourceId(PhysicalResourceId.of("nodes"))
                    .build())
            .policy(
                AwsCustomResourcePolicy.fromSdkCalls(
                    SdkCallsPolicyOptions.builder()
                        .resources(List.of(cluster.nodes().getAttrArn()))
                        .build()))
            .installLatestAwsSdk(false)
            .build();
    String group = found.getResponseField("nodegroup.resources.autoScalingGroups.0.name");
    Map<String, Object> both =
        Map.of(
            "AutoScalingGroupName",
            group,
            "TrafficSources",
            List.of(Map.of("Identifier", nodes.getTargetGroupArn(), "Type", "elbv2")));
    var attached =
        AwsCustomResource.Builder.create(scope, "NodesBehindBalancer")
            .onUpdate(call("attachTrafficSources", both, group))
            .onDelete(call("detachTrafficSources", both, group))
            .policy(
                AwsCustomResourcePolicy.fromStatements(
                    List.of(
                        PolicyStatement.Builder.create()
                            .actions(
                                List.of(
                                    "autoscaling:AttachTrafficSources",
                                    "autoscaling:DetachTrafficSources"))
                            .resources(List.of("*"))
                            .conditions(
                                Map.of(
                                    "StringEquals",
                                    Map.of(
                                        "autoscaling:ResourceTag/eks:cluster-name", Cluster.NAME)))
                            .build())))
            .installLatestAwsSdk(false)
            .build();
    excuse(
        attached,
        Excuse.of("AwsSolutions-IAM5", "The group's name is EKS's; its tag says whose it is."));
  }

  private static AwsSdkCall call(String action, Map<String, Object> parameters, String group) {
    return AwsSdkCall.builder()
        .service("AutoScaling")
        .action(action)
        .parameters(parameters)
        .physicalResourceId(PhysicalResourceId.of(group))
        .build();
  }
}
