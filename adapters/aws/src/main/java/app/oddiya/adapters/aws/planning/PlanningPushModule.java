package app.oddiya.adapters.aws.planning;

import app.oddiya.adapters.aws.AwsModule;
import app.oddiya.domain.planning.plan.PlanPushes;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.sns.SnsClient;

/// Tells travellers' phones through AWS.
@Module(includes = AwsModule.class)
public interface PlanningPushModule {

  @Provides
  @Singleton
  static PlanPushes pushes(SnsClient sns, InstantSource clock) {
    return new SnsPlanPushes(sns, clock);
  }
}
