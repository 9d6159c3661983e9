package app.oddiya.infra;

import java.util.List;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.constructs.Construct;

/// A budget for the account that says so before it is gone, and when it will be.
final class Spending {

  private Spending() {}

  static void in(Construct scope, Settings settings) {
    CfnBudget.Builder.create(scope, "Budget")
        .budget(
            CfnBudget.BudgetDataProperty.builder()
                .budgetType("COST")
                .timeUnit("MONTHLY")
                .budgetLimit(
                    CfnBudget.SpendProperty.builder().amount(settings.budget()).unit("USD").build())
                .build())
        .notificationsWithSubscribers(
            List.of(
                told("ACTUAL", 50, settings),
                told("ACTUAL", 80, settings),
                told("FORECASTED", 100, settings)))
        .build();
  }

  private static CfnBudget.NotificationWithSubscribersProperty told(
      String kind, int percent, Settings settings) {
    return CfnBudget.NotificationWithSubscribersProperty.builder()
        .notification(
            CfnBudget.NotificationProperty.builder()
                .notificationType(kind)
                .comparisonOperator("GREATER_THAN")
                .threshold(percent)
                .thresholdType("PERCENTAGE")
                .build())
        .subscribers(
            List.of(
                CfnBudget.SubscriberProperty.builder()
                    .subscriptionType("EMAIL")
                    .address(settings.mail())
                    .build()))
        .build();
  }
}
