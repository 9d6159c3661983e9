package app.oddiya.infra;

import static app.oddiya.infra.Excuses.excuse;
import static app.oddiya.infra.Permissions.allow;

import app.oddiya.infra.Excuses.Excuse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.autoscaling.RollingUpdateOptions;
import software.amazon.awscdk.services.autoscaling.Signals;
import software.amazon.awscdk.services.autoscaling.SignalsOptions;
import software.amazon.awscdk.services.autoscaling.UpdatePolicy;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.BlockDeviceVolume;
import software.amazon.awscdk.services.ec2.CpuCredits;
import software.amazon.awscdk.services.ec2.EbsDeviceOptions;
import software.amazon.awscdk.services.ec2.EbsDeviceVolumeType;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.amazon.awscdk.services.ec2.LaunchTemplateHttpTokens;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.UserData;
import software.amazon.awscdk.services.ec2.Volume;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/// One t2.micro with a store on it. It is a scaling group of exactly one, so that a machine that
/// dies, or whose program changes, is replaced by a new one; its data are on a volume that stays,
/// which the new machine takes over, and so does the name (`box.sh`).
///
/// No SSH: people come in by Session Manager.
///
/// @param name by which services find it
record Box(AutoScalingGroup group, String name) {

  private static final String IMAGE =
      "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64";

  /// Whose machine it is: a machine may only take its own volume, and that only to itself.
  private static final String TAG = "oddiya-store";

  /// What differs from one store to the other.
  ///
  /// @param store `postgres`; also a part of names of parameters, backups and the host
  /// @param subnets where it stands
  /// @param ports it is asked at
  /// @param gibibytes of its volume
  record Kind(
      String store, String subnets, List<Integer> ports, int gibibytes, BoxProgram program) {}

  static Box in(Construct scope, Kind kind, Network network, Keys keys, Bucket backups) {
    String store = kind.store();
    String id = store.substring(0, 1).toUpperCase(Locale.ROOT) + store.substring(1);
    String name = store + "." + Network.NAMES;
    Volume volume =
        Volume.Builder.create(scope, id + "Volume")
            .availabilityZone(Settings.ZONES.getFirst())
            .size(Size.gibibytes(kind.gibibytes()))
            .volumeType(EbsDeviceVolumeType.GP3)
            .encrypted(true)
            .encryptionKey(keys.stores())
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    Tags.of(volume).add(Snapshots.TAG, "daily");
    Role role = role(scope, id, kind, network, keys, backups, volume);
    String folder = "s3://" + backups.getBucketName() + "/" + store;
    UserData program =
        kind.program()
            .userData(
                Map.of(
                    "REGION",
                    Settings.REGION,
                    "STORE",
                    store,
                    "VOLUME",
                    volume.getVolumeId(),
                    "ZONE",
                    network.names().getHostedZoneId(),
                    "NAME",
                    name,
                    "KEY",
                    keys.stores().getKeyArn(),
                    "BACKUPS",
                    folder));
    SecurityGroup door = network.store(scope, id + "Door", store, kind.ports());
    AutoScalingGroup group =
        group(scope, id, network, kind, machine(scope, id, role, door, program));
    // Its policy is a resource of its own, and the program's first call needs it.
    group.getNode().addDependency(role);
    program.addSignalOnExitCommand(group);
    return new Box(group, name);
  }

  /// Standard credits: out of them it is slow, never dear.
  private static LaunchTemplate machine(
      Construct scope, String id, Role role, SecurityGroup door, UserData program) {
    return LaunchTemplate.Builder.create(scope, id + "Machine")
        .instanceType(new InstanceType("t2.micro"))
        .machineImage(MachineImage.resolveSsmParameterAtLaunch(IMAGE))
        .cpuCredits(CpuCredits.STANDARD)
        .role(role)
        .securityGroup(door)
        .associatePublicIpAddress(true)
        .httpTokens(LaunchTemplateHttpTokens.REQUIRED)
        .httpPutResponseHopLimit(1)
        .instanceMetadataTags(false)
        .userData(program)
        .blockDevices(
            List.of(
                BlockDevice.builder()
                    .deviceName("/dev/xvda")
                    .volume(
                        BlockDeviceVolume.ebs(
                            8,
                            EbsDeviceOptions.builder()
                                .encrypted(true)
                                .volumeType(EbsDeviceVolumeType.GP3)
                                .build()))
                    .build()))
        .build();
  }

  /// The old machine goes first: the volume can only be with one.
  private static AutoScalingGroup group(
      Construct scope, String id, Network network, Kind kind, LaunchTemplate machine) {
    AutoScalingGroup group =
        AutoScalingGroup.Builder.create(scope, id)
            .vpc(network.vpc())
            .vpcSubnets(
                SubnetSelection.builder().subnets(List.of(network.home(kind.subnets()))).build())
            .launchTemplate(machine)
            .minCapacity(1)
            .maxCapacity(1)
            .signals(
                Signals.waitForCount(
                    1, SignalsOptions.builder().timeout(Duration.minutes(30)).build()))
            .updatePolicy(
                UpdatePolicy.rollingUpdate(
                    RollingUpdateOptions.builder()
                        .minInstancesInService(0)
                        .maxBatchSize(1)
                        .build()))
            .build();
    Tags.of(group).add(TAG, kind.store());
    excuse(
        group,
        Excuse.of(
            "AwsSolutions-AS3",
            "The alarm about the machine's state tells the same. These notices could not be written"
                + " to an encrypted topic unless its key named a role that only the first group"
                + " makes."));
    return group;
  }

  private static Role role(
      Construct scope,
      String id,
      Kind kind,
      Network network,
      Keys keys,
      Bucket backups,
      Volume volume) {
    String store = kind.store();
    Role role =
        Role.Builder.create(scope, id + "Role")
            .assumedBy(new ServicePrincipal("ec2.amazonaws.com"))
            .managedPolicies(
                List.of(ManagedPolicy.fromAwsManagedPolicyName("AmazonSSMManagedInstanceCore")))
            .build();
    allow(role, List.of("ec2:AttachVolume"), List.of(arn("ec2", "volume/" + volume.getVolumeId())));
    allow(
        role,
        List.of("ec2:AttachVolume"),
        List.of(arn("ec2", "instance/*")),
        Map.of("StringEquals", Map.of("aws:ResourceTag/" + TAG, store)));
    allow(
        role,
        List.of("kms:CreateGrant"),
        List.of(keys.stores().getKeyArn()),
        Map.of("Bool", Map.of("kms:GrantIsForAWSResource", "true")));
    allow(
        role,
        List.of("kms:Decrypt", "kms:GenerateDataKey*", "kms:Encrypt", "kms:DescribeKey"),
        List.of(keys.stores().getKeyArn()));
    allow(
        role,
        List.of("route53:ChangeResourceRecordSets"),
        List.of(network.names().getHostedZoneArn()),
        Map.of(
            "ForAllValues:StringEquals",
            Map.of(
                "route53:ChangeResourceRecordSetsNormalizedRecordNames",
                List.of(store + "." + Network.NAMES))));
    allow(
        role,
        List.of("ssm:GetParameter", "ssm:PutParameter"),
        List.of(arn("ssm", "parameter/oddiya/" + store + "/*")));
    allow(
        role,
        List.of("s3:PutObject", "s3:GetObject", "s3:AbortMultipartUpload"),
        List.of(backups.arnForObjects(store + "/*")));
    allow(role, List.of("s3:ListBucket"), List.of(backups.getBucketArn()));
    allow(
        role,
        List.of("cloudwatch:PutMetricData"),
        List.of("*"),
        Map.of("StringEquals", Map.of("cloudwatch:namespace", "Oddiya")));
    excuse(
        role,
        Excuse.of("AwsSolutions-IAM4", "What Session Manager asks of a machine, kept by AWS."),
        Excuse.of(
            "AwsSolutions-IAM5",
            "Machines, parameters and backups are named as they come into being, below a fixed"
                + " prefix or tag; metrics have no resource, but a namespace."));
    return role;
  }

  private static String arn(String service, String resource) {
    return "arn:%s:%s:%s:%s:%s"
        .formatted(Aws.PARTITION, service, Settings.REGION, Aws.ACCOUNT_ID, resource);
  }
}
