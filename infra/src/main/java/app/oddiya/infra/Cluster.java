package app.oddiya.infra;

import static app.oddiya.infra.Excuses.excuse;
import static app.oddiya.infra.Permissions.allow;

import app.oddiya.infra.Excuses.Excuse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.BlockDeviceVolume;
import software.amazon.awscdk.services.ec2.CfnLaunchTemplate;
import software.amazon.awscdk.services.ec2.EbsDeviceOptions;
import software.amazon.awscdk.services.ec2.EbsDeviceVolumeType;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.amazon.awscdk.services.ec2.LaunchTemplateHttpTokens;
import software.amazon.awscdk.services.eks.CfnAccessEntry;
import software.amazon.awscdk.services.eks.CfnAddon;
import software.amazon.awscdk.services.eks.CfnCluster;
import software.amazon.awscdk.services.eks.CfnNodegroup;
import software.amazon.awscdk.services.eks_v2.OidcProviderNative;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/// Kubernetes with one spot node. What runs in it is `deploy/kubernetes`; from here come only the
/// parts without which a node is none.
///
/// Losing the node: managed node groups of spot machines have capacity rebalancing on. At a
/// rebalance recommendation EKS starts another node, waits until it is ready, then cordons and
/// drains the old one; when the two minutes' notice comes first, it drains at once (EKS user guide,
/// "Managed node group capacity types"). No termination handler of our own is needed.
///
/// @param issuer of the tokens that ServiceAccounts have
record Cluster(CfnCluster cluster, CfnNodegroup nodes, OidcProviderNative issuer) {

  /// In standard support until 27 March 2027. 1.34 leaves it on 2 December 2026.
  static final String VERSION = "1.35";

  static final String NAME = "oddiya";

  static Cluster in(Construct scope, Network network, Keys keys, Settings settings) {
    CfnCluster cluster = cluster(scope, network, keys, settings);
    var issuer =
        OidcProviderNative.Builder.create(scope, "Issuer")
            .url(cluster.getAttrOpenIdConnectIssuerUrl())
            .build();
    admit(scope, cluster, settings.operatorRole());
    CfnNodegroup nodes = nodes(scope, network, cluster);
    // Without that switch network policies are accepted, and hold nobody back.
    CfnAddon plumbing =
        addon(
            scope,
            cluster,
            "vpc-cni",
            "\"enableNetworkPolicy\":\"true\"",
            resources("25m", "96Mi"),
            "\"nodeAgent\":{" + resources("25m", "48Mi") + "}");
    CfnAddon proxy = addon(scope, cluster, "kube-proxy", resources("20m", "48Mi"));
    nodes.getNode().addDependency(plumbing);
    nodes.getNode().addDependency(proxy);
    // One node needs one: a second would only take memory from it.
    addon(scope, cluster, "coredns", "\"replicaCount\":1", resources("50m", "80Mi"))
        .getNode()
        .addDependency(nodes);
    addon(scope, cluster, "metrics-server", "\"replicas\":1", resources("50m", "64Mi"))
        .getNode()
        .addDependency(nodes);
    return new Cluster(cluster, nodes, issuer);
  }

  private static CfnCluster cluster(
      Construct scope, Network network, Keys keys, Settings settings) {
    Role role = role(scope, "ClusterRole", "eks.amazonaws.com", "AmazonEKSClusterPolicy");
    allow(
        role,
        List.of("kms:Encrypt", "kms:Decrypt", "kms:ListGrants", "kms:DescribeKey"),
        List.of(keys.cluster().getKeyArn()));
    CfnCluster cluster =
        CfnCluster.Builder.create(scope, "Cluster")
            .name(NAME)
            .version(VERSION)
            .roleArn(role.getRoleArn())
            .bootstrapSelfManagedAddons(false)
            .deletionProtection(true)
            // Rather brought up to date by AWS than billed six times as much.
            .upgradePolicy(
                CfnCluster.UpgradePolicyProperty.builder().supportType("STANDARD").build())
            .accessConfig(
                CfnCluster.AccessConfigProperty.builder()
                    .authenticationMode("API")
                    .bootstrapClusterCreatorAdminPermissions(false)
                    .build())
            .encryptionConfig(
                List.of(
                    CfnCluster.EncryptionConfigProperty.builder()
                        .resources(List.of("secrets"))
                        .provider(
                            CfnCluster.ProviderProperty.builder()
                                .keyArn(keys.cluster().getKeyArn())
                                .build())
                        .build()))
            .resourcesVpcConfig(
                CfnCluster.ResourcesVpcConfigProperty.builder()
                    .subnetIds(network.vpc().selectSubnets(Network.forNodes()).getSubnetIds())
                    .endpointPrivateAccess(true)
                    .endpointPublicAccess(true)
                    .publicAccessCidrs(settings.operators())
                    .build())
            .logging(
                CfnCluster.LoggingProperty.builder()
                    .clusterLogging(
                        CfnCluster.ClusterLoggingProperty.builder()
                            .enabledTypes(List.of(log("audit"), log("authenticator")))
                            .build())
                    .build())
            .build();
    cluster.getNode().addDependency(role);
    excuse(
        cluster,
        Excuse.of(
            "AwsSolutions-EKS1",
            "An on-call of one has no VPN: the API answers the operators' networks only, and asks"
                + " them who they are."),
        Excuse.of(
            "AwsSolutions-EKS2",
            "Who did what is kept (audit, authenticator); the other three are the control plane's"
                + " own chatter, billed by the gigabyte.",
            "LogExport::api",
            "LogExport::controllerManager",
            "LogExport::scheduler"));
    return cluster;
  }

  /// The creator is CloudFormation, so nobody would get in.
  private static void admit(Construct scope, CfnCluster cluster, String role) {
    CfnAccessEntry.Builder.create(scope, "Operators")
        .clusterName(cluster.getRef())
        .principalArn(role)
        .accessPolicies(
            List.of(
                CfnAccessEntry.AccessPolicyProperty.builder()
                    .policyArn("arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy")
                    .accessScope(
                        CfnAccessEntry.AccessScopeProperty.builder().type("cluster").build())
                    .build()))
        .build();
  }

  private static CfnCluster.LoggingTypeConfigProperty log(String type) {
    return CfnCluster.LoggingTypeConfigProperty.builder().type(type).build();
  }

  private static CfnNodegroup nodes(Construct scope, Network network, CfnCluster cluster) {
    Role role =
        role(
            scope,
            "NodeRole",
            "ec2.amazonaws.com",
            "AmazonEKSWorkerNodePolicy",
            "AmazonEKS_CNI_Policy",
            "AmazonEC2ContainerRegistryPullOnly",
            "AmazonSSMManagedInstanceCore");
    LaunchTemplate machine = machine(scope, network, cluster);
    CfnNodegroup nodes =
        CfnNodegroup.Builder.create(scope, "SpotNodes")
            .clusterName(cluster.getRef())
            .nodeRole(role.getRoleArn())
            .subnets(network.vpc().selectSubnets(Network.forNodes()).getSubnetIds())
            .amiType("AL2023_x86_64_STANDARD")
            .capacityType("SPOT")
            .instanceTypes(List.of("t3.medium"))
            // Two while one takes over from the other.
            .scalingConfig(
                CfnNodegroup.ScalingConfigProperty.builder()
                    .minSize(1)
                    .desiredSize(1)
                    .maxSize(2)
                    .build())
            .updateConfig(CfnNodegroup.UpdateConfigProperty.builder().maxUnavailable(1).build())
            .nodeRepairConfig(CfnNodegroup.NodeRepairConfigProperty.builder().enabled(true).build())
            .launchTemplate(
                CfnNodegroup.LaunchTemplateSpecificationProperty.builder()
                    .id(machine.getLaunchTemplateId())
                    .version(machine.getLatestVersionNumber())
                    .build())
            .labels(Map.of("oddiya/nodes", "spot"))
            .build();
    // Policies are resources of their own, and a node without them never joins.
    nodes.getNode().addDependency(role);
    return nodes;
  }

  /// One hop: a pod, which is one further away, never gets at the node's role.
  private static LaunchTemplate machine(Construct scope, Network network, CfnCluster cluster) {
    LaunchTemplate machine =
        LaunchTemplate.Builder.create(scope, "NodeMachine")
            .httpTokens(LaunchTemplateHttpTokens.REQUIRED)
            .httpPutResponseHopLimit(1)
            .securityGroup(network.nodes())
            .blockDevices(
                List.of(
                    BlockDevice.builder()
                        .deviceName("/dev/xvda")
                        .volume(
                            BlockDeviceVolume.ebs(
                                20,
                                EbsDeviceOptions.builder()
                                    .encrypted(true)
                                    .volumeType(EbsDeviceVolumeType.GP3)
                                    .build()))
                        .build()))
            .build();
    // EKS attaches its own group, in which node and control plane talk, only where none is named.
    ((CfnLaunchTemplate) Objects.requireNonNull(machine.getNode().getDefaultChild()))
        .addPropertyOverride(
            "LaunchTemplateData.SecurityGroupIds.1", cluster.getAttrClusterSecurityGroupId());
    return machine;
  }

  private static Role role(Construct scope, String id, String service, String... policies) {
    Role role =
        Role.Builder.create(scope, id)
            .assumedBy(new ServicePrincipal(service))
            .managedPolicies(
                List.of(policies).stream().map(ManagedPolicy::fromAwsManagedPolicyName).toList())
            .build();
    excuse(
        role,
        Excuse.of(
            "AwsSolutions-IAM4",
            "What EKS and Systems Manager ask of a control plane and its nodes changes with their"
                + " releases; AWS keeps these policies in step. Pods have roles of their own."));
    return role;
  }

  /// As `deploy/kubernetes/add-ons.yaml` adds them up.
  private static String resources(String cpu, String memory) {
    return """
        "resources":{"requests":{"cpu":"%s","memory":"%s"},"limits":{"memory":"%s"}}"""
        .formatted(cpu, memory, memory);
  }

  private static CfnAddon addon(
      Construct scope, CfnCluster cluster, String name, String... settings) {
    return CfnAddon.Builder.create(scope, "Addon-" + name)
        .clusterName(cluster.getRef())
        .addonName(name)
        .configurationValues("{" + String.join(",", settings) + "}")
        .resolveConflicts("OVERWRITE")
        .build();
  }
}
