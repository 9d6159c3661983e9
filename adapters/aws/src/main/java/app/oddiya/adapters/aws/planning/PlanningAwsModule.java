package app.oddiya.adapters.aws.planning;

import app.oddiya.adapters.aws.AwsClients;
import app.oddiya.adapters.aws.AwsModule;
import app.oddiya.domain.planning.agent.Model;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;

/// The port of the planning side that AWS serves.
@Module(includes = AwsModule.class)
public interface PlanningAwsModule {

  @Provides
  @Singleton
  static Model model(BedrockConfig config, AwsClients clients, InstantSource clock) {
    return new BedrockModel(
        config,
        clients.bedrock(config.region(), config.endpoint()),
        Retries.usual(() -> ThreadLocalRandom.current().nextDouble()),
        clock);
  }
}
