package app.oddiya.infra;

import static app.oddiya.infra.Excuses.excuse;

import app.oddiya.infra.Excuses.Excuse;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.AclCidr;
import software.amazon.awscdk.services.ec2.AclTraffic;
import software.amazon.awscdk.services.ec2.Action;
import software.amazon.awscdk.services.ec2.CommonNetworkAclEntryOptions;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.NetworkAcl;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.TrafficDirection;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.route53.PrivateHostedZone;
import software.constructs.Construct;

/// Two zones, all subnets public, no NAT: machines have addresses of their own to call out with,
/// and nobody can call in but through the load balancer (docs/adr/0031). The stores stand in
/// subnets of their own, whose access lists keep their ports shut even if a security group were
/// opened by mistake.
///
/// @param entrance security group of the load balancer
/// @param nodes security group of the nodes, and so of all pods
/// @param names private names of the stores
record Network(Vpc vpc, SecurityGroup entrance, SecurityGroup nodes, PrivateHostedZone names) {

  static final String NAMES = "oddiya.internal";

  static final String POSTGRES_SUBNETS = "postgres";
  static final String REDIS_SUBNETS = "redis";

  /// Where the ingress of Kubernetes listens on every node (deploy/kubernetes/base/ingress.yaml),
  /// and where it says that it is there.
  static final int NODE_PORT = 30080;

  static final int HEALTH_PORT = 30081;

  static final int POSTGRES = 5432;
  static final int REDIS_SESSIONS = 6379;
  static final int REDIS_CACHE = 6380;

  /// Where the load balancer stands, as network policies name it: beside the nodes.
  static final String BALANCERS = "10.20.0.0/23";

  private static final int FIRST_EPHEMERAL = 1024;
  private static final int LAST_PORT = 65535;
  private static final int HTTPS = 443;

  static Network in(Construct scope) {
    Vpc vpc =
        Vpc.Builder.create(scope, "Vpc")
            .ipAddresses(IpAddresses.cidr("10.20.0.0/16"))
            .availabilityZones(Settings.ZONES)
            .natGateways(0)
            .restrictDefaultSecurityGroup(false)
            .subnetConfiguration(
                List.of(
                    subnets("nodes", 24, true),
                    // The boxes ask for an address themselves. A subnet each, as network
                    // policies know no names.
                    subnets(POSTGRES_SUBNETS, 28, false),
                    subnets(REDIS_SUBNETS, 28, false)))
            .gatewayEndpoints(
                Map.of(
                    "S3",
                    GatewayVpcEndpointOptions.builder()
                        .service(GatewayVpcEndpointAwsService.S3)
                        .build()))
            .build();
    vpc.addFlowLog("Refused", refused(scope));
    shut(scope, vpc);
    SecurityGroup entrance = group(scope, vpc, "Entrance", "load balancer", false);
    SecurityGroup nodes = group(scope, vpc, "Nodes", "nodes and pods", true);
    nodes.addIngressRule(nodes, Port.allTraffic(), "between pods");
    Port ingress = Port.tcpRange(NODE_PORT, HEALTH_PORT);
    nodes.addIngressRule(entrance, ingress, "from the load balancer");
    entrance.addEgressRule(nodes, ingress, "to the ingress");
    PrivateHostedZone names =
        PrivateHostedZone.Builder.create(scope, "Names").zoneName(NAMES).vpc(vpc).build();
    return new Network(vpc, entrance, nodes, names);
  }

  private static SubnetConfiguration subnets(String name, int mask, boolean addresses) {
    return SubnetConfiguration.builder()
        .name(name)
        .subnetType(SubnetType.PUBLIC)
        .cidrMask(mask)
        .mapPublicIpOnLaunch(addresses)
        .build();
  }

  /// Only what was refused: who talks to whom inside is the network policies' business, and all of
  /// it would cost more than the machines.
  private static FlowLogOptions refused(Construct scope) {
    LogGroup log =
        LogGroup.Builder.create(scope, "RefusedPackets")
            .retention(RetentionDays.TWO_WEEKS)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    return FlowLogOptions.builder()
        .trafficType(FlowLogTrafficType.REJECT)
        .destination(FlowLogDestination.toCloudWatchLogs(log))
        .build();
  }

  static SecurityGroup group(
      Construct scope, Vpc vpc, String id, String description, boolean allOutbound) {
    return SecurityGroup.Builder.create(scope, id)
        .vpc(vpc)
        .description("Oddiya: " + description)
        .allowAllOutbound(allOutbound)
        .build();
  }

  /// Rules of an access list know no connections, so answers from outside need the high ports,
  /// which the stores' own ports are among: these are refused first.
  private static void shut(Construct scope, Vpc vpc) {
    NetworkAcl list = NetworkAcl.Builder.create(scope, "StoresAccess").vpc(vpc).build();
    list.associateWithSubnet("Postgres", named(POSTGRES_SUBNETS));
    list.associateWithSubnet("Redis", named(REDIS_SUBNETS));
    AclCidr inside = AclCidr.ipv4(vpc.getVpcCidrBlock());
    AclTraffic postgres = AclTraffic.tcpPort(POSTGRES);
    AclTraffic redis = AclTraffic.tcpPortRange(REDIS_SESSIONS, REDIS_CACHE);
    AclTraffic high = AclTraffic.tcpPortRange(FIRST_EPHEMERAL, LAST_PORT);
    AclTraffic https = AclTraffic.tcpPort(HTTPS);
    var in = TrafficDirection.INGRESS;
    var out = TrafficDirection.EGRESS;
    list.addEntry("PostgresInside", entry(in, 100, Action.ALLOW, inside, postgres));
    list.addEntry("RedisInside", entry(in, 110, Action.ALLOW, inside, redis));
    list.addEntry("NoPostgres", entry(in, 200, Action.DENY, AclCidr.anyIpv4(), postgres));
    list.addEntry("NoRedis", entry(in, 210, Action.DENY, AclCidr.anyIpv4(), redis));
    list.addEntry("Answers", entry(in, 300, Action.ALLOW, AclCidr.anyIpv4(), high));
    list.addEntry("CallsOut", entry(out, 100, Action.ALLOW, AclCidr.anyIpv4(), https));
    list.addEntry("AnswersInside", entry(out, 110, Action.ALLOW, inside, high));
    excuse(
        list,
        Excuse.of(
            "AwsSolutions-VPC3",
            "A second lock: the stores have public addresses to call out with, so their ports stay"
                + " shut even if a security group is opened by mistake."));
  }

  private static CommonNetworkAclEntryOptions entry(
      TrafficDirection direction, int number, Action action, AclCidr cidr, AclTraffic traffic) {
    return CommonNetworkAclEntryOptions.builder()
        .direction(direction)
        .ruleNumber(number)
        .ruleAction(action)
        .cidr(cidr)
        .traffic(traffic)
        .build();
  }

  private static SubnetSelection named(String subnets) {
    return SubnetSelection.builder().subnetGroupName(subnets).build();
  }

  static SubnetSelection forNodes() {
    return named("nodes");
  }

  /// In the first zone, where its volume is.
  ISubnet home(String subnets) {
    return vpc.selectSubnets(named(subnets)).getSubnets().getFirst();
  }

  /// What a store lets in, and from where.
  SecurityGroup store(Construct scope, String id, String description, List<Integer> ports) {
    SecurityGroup store = group(scope, vpc, id, description, false);
    for (int port : ports) {
      store.addIngressRule(nodes, Port.tcp(port), "from nodes");
    }
    store.addEgressRule(Peer.anyIpv4(), Port.tcp(HTTPS), "packages, AWS");
    return store;
  }
}
