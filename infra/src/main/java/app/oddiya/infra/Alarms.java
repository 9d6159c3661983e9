package app.oddiya.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.HttpCodeTarget;
import software.amazon.awscdk.services.events.CronOptions;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.SnsTopic;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/// What wakes somebody up: each alarm says which page of `docs/runbooks` to open. What only the
/// services themselves can tell is watched from their metrics, by rules beside the dashboards.
final class Alarms {

  private static final Duration FIVE_MINUTES = Duration.minutes(5);

  private final Construct scope;
  private final Topic topic;
  private final String runbooks;

  private Alarms(Construct scope, Topic topic, String runbooks) {
    this.scope = scope;
    this.topic = topic;
    this.runbooks = runbooks;
  }

  static void in(
      Construct scope,
      Topic topic,
      Jobs jobs,
      Entrance entrance,
      Box postgres,
      Box redis,
      Settings settings) {
    var alarms = new Alarms(scope, topic, settings.runbooks());
    alarms.queue(jobs);
    alarms.box("Postgres", postgres, "database-slow");
    alarms.box("Redis", redis, "database-slow");
    alarms.backup("Postgres", "postgres", Duration.hours(24));
    alarms.backup("Redis", "redis", Duration.hours(6));
    alarms.verified();
    alarms.model(settings.bedrock().model());
    alarms.node(entrance);
    alarms.keys();
  }

  private void queue(Jobs jobs) {
    over(
        "OldestJob",
        jobs.queue().metricApproximateAgeOfOldestMessage().with(every(FIVE_MINUTES, "Maximum")),
        900,
        2,
        "A film has waited for a quarter of an hour",
        "queue-growing");
    over(
        "DeadJobs",
        jobs.dead().metricApproximateNumberOfMessagesVisible().with(every(FIVE_MINUTES, "Maximum")),
        0,
        2,
        "Messages that were received too often stay where they are: workers should take them",
        "queue-growing");
  }

  private void box(String id, Box box, String runbook) {
    under(
        id + "Credits",
        ec2("CPUCreditBalance", box.group(), "Minimum"),
        20,
        id + " will be slow in minutes: its CPU credits run out",
        runbook);
    over(
        id + "Memory",
        ours("mem_used_percent", box.group()),
        92,
        3,
        id + " has little memory left",
        runbook);
    over(
        id + "Disk",
        ours("disk_used_percent", box.group()),
        80,
        1,
        "The volume of " + id + " fills up",
        runbook);
    over(
        id + "Broken",
        ec2("StatusCheckFailed", box.group(), "Maximum"),
        0,
        2,
        "The machine of " + id + " is not well, or gone",
        "restore",
        TreatMissingData.BREACHING);
  }

  private void backup(String id, String store, Duration within) {
    Metric made =
        Metric.Builder.create()
            .namespace("Oddiya")
            .metricName("BackupsMade")
            .dimensionsMap(Map.of("Store", store))
            .statistic("Sum")
            .period(within)
            .build();
    alarm(
        id + "Backup",
        made,
        1,
        ComparisonOperator.LESS_THAN_THRESHOLD,
        1,
        "No backup of " + id + " in " + within.toHours() + " hours",
        "restore",
        TreatMissingData.BREACHING);
  }

  /// A month and two days, for it is done monthly. An alarm looks back a week at most, so the box
  /// tells every day how long it has been (`box.sh`).
  private void verified() {
    Metric days =
        Metric.Builder.create()
            .namespace("Oddiya")
            .metricName("DaysSinceVerified")
            .dimensionsMap(Map.of("Store", "postgres"))
            .statistic("Maximum")
            .period(Duration.days(1))
            .build();
    over(
        "PostgresBackupUnproven",
        days,
        33,
        2,
        "For a month no backup of Postgres was restored and compared, or nobody tells",
        "restore",
        TreatMissingData.BREACHING);
  }

  /// By the id that services call: the profile's.
  private void model(String model) {
    for (String failure : List.of("InvocationServerErrors", "InvocationThrottles")) {
      over(
          "Model" + failure,
          Metric.Builder.create()
              .namespace("AWS/Bedrock")
              .metricName(failure)
              .dimensionsMap(Map.of("ModelId", model))
              .statistic("Sum")
              .period(FIVE_MINUTES)
              .build(),
          5,
          2,
          "The model refuses or fails; plans come from the optimizer",
          "bedrock-down");
    }
  }

  private void node(Entrance entrance) {
    under(
        "NoNode",
        entrance
            .nodes()
            .getMetrics()
            .healthyHostCount()
            .with(every(Duration.minutes(1), "Minimum")),
        1,
        "No node answers: nothing is served",
        "spot-loss",
        3,
        TreatMissingData.BREACHING);
    over(
        "ServerErrors",
        entrance
            .nodes()
            .getMetrics()
            .httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT)
            .with(every(FIVE_MINUTES, "Sum")),
        50,
        2,
        "Many answers are failures",
        "database-slow");
    Rule.Builder.create(scope, "SpotNotices")
        .description("A spot node goes within two minutes, or is likely to go soon")
        .eventPattern(
            EventPattern.builder()
                .source(List.of("aws.ec2"))
                .detailType(
                    List.of(
                        "EC2 Spot Instance Interruption Warning",
                        "EC2 Instance Rebalance Recommendation"))
                .build())
        .targets(
            List.of(
                told(
                    "A spot node goes, or is likely to go; another should come by itself.",
                    "spot-loss")))
        .build();
  }

  /// Keys that nobody turns by itself: those that sign tokens, and those of the services.
  private void keys() {
    Rule.Builder.create(scope, "KeysAreDue")
        .description("Once a quarter")
        .schedule(
            Schedule.cron(
                CronOptions.builder().minute("0").hour("1").day("2").month("1,4,7,10").build()))
        .targets(List.of(told("Signing keys are due for their quarterly turn.", "key-rotation")))
        .build();
  }

  private SnsTopic told(String what, String runbook) {
    return SnsTopic.Builder.create(topic)
        .message(RuleTargetInput.fromText(what + " " + page(runbook)))
        .build();
  }

  private static Metric ec2(String name, AutoScalingGroup group, String statistic) {
    return metric("AWS/EC2", name, group, statistic);
  }

  private static Metric ours(String name, AutoScalingGroup group) {
    return metric("Oddiya", name, group, "Maximum");
  }

  private static Metric metric(
      String namespace, String name, AutoScalingGroup group, String statistic) {
    return Metric.Builder.create()
        .namespace(namespace)
        .metricName(name)
        .dimensionsMap(Map.of("AutoScalingGroupName", group.getAutoScalingGroupName()))
        .statistic(statistic)
        .period(FIVE_MINUTES)
        .build();
  }

  private static MetricOptions every(Duration period, String statistic) {
    return MetricOptions.builder().period(period).statistic(statistic).build();
  }

  private void over(String id, Metric metric, int limit, int periods, String what, String runbook) {
    over(id, metric, limit, periods, what, runbook, TreatMissingData.NOT_BREACHING);
  }

  private void over(
      String id,
      Metric metric,
      int limit,
      int periods,
      String what,
      String runbook,
      TreatMissingData missing) {
    alarm(
        id,
        metric,
        limit,
        ComparisonOperator.GREATER_THAN_THRESHOLD,
        periods,
        what,
        runbook,
        missing);
  }

  private void under(String id, Metric metric, int limit, String what, String runbook) {
    under(id, metric, limit, what, runbook, 1, TreatMissingData.NOT_BREACHING);
  }

  private void under(
      String id,
      Metric metric,
      int limit,
      String what,
      String runbook,
      int periods,
      TreatMissingData missing) {
    alarm(
        id, metric, limit, ComparisonOperator.LESS_THAN_THRESHOLD, periods, what, runbook, missing);
  }

  private void alarm(
      String id,
      Metric metric,
      int limit,
      ComparisonOperator operator,
      int periods,
      String what,
      String runbook,
      TreatMissingData missing) {
    var action = new SnsAction(topic);
    Alarm alarm =
        Alarm.Builder.create(scope, "Alarm" + id)
            .alarmDescription(what + ". " + page(runbook))
            .metric(metric)
            .threshold(limit)
            .comparisonOperator(operator)
            .evaluationPeriods(periods)
            .treatMissingData(missing)
            .build();
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
  }

  private String page(String runbook) {
    return "Runbook: " + runbooks + runbook + ".md";
  }
}
