package app.oddiya.apps.llmagent;

import app.oddiya.adapters.aws.AwsConfig;
import app.oddiya.adapters.aws.AwsLife;
import app.oddiya.adapters.aws.planning.BedrockConfig;
import app.oddiya.adapters.aws.planning.PlanningAwsModule;
import app.oddiya.adapters.redis.RedisConfig;
import app.oddiya.adapters.redis.RedisLife;
import app.oddiya.adapters.redis.planning.PlanningSpendingModule;
import app.oddiya.application.planning.ModelAccess;
import app.oddiya.domain.planning.agent.ChoiceCache;
import app.oddiya.domain.planning.agent.Model;
import app.oddiya.domain.planning.agent.Spending;
import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// What llm-agent needs beside its other parts to ask a model.
@Singleton
@Component(
    modules = {
      ModelComponent.Settled.class,
      PlanningAwsModule.class,
      PlanningSpendingModule.class,
      ModelComponent.Parts.class
    })
interface ModelComponent {

  ModelAccess access();

  AwsLife aws();

  RedisLife spendingStore();

  @Component.Factory
  interface Factory {
    ModelComponent create(
        @BindsInstance Drafting.WithModel config,
        @BindsInstance ChoiceCache cache,
        @BindsInstance DraftMeters meters,
        @BindsInstance InstantSource clock);
  }

  /// What the environment has settled.
  @Module
  interface Settled {

    @Provides
    static AwsConfig aws(Drafting.WithModel config) {
      return config.aws();
    }

    @Provides
    static BedrockConfig bedrock(Drafting.WithModel config) {
      return config.bedrock();
    }

    @Provides
    static RedisConfig spendingStore(Drafting.WithModel config) {
      return config.spending();
    }

    @Provides
    static Spending.Caps caps(Drafting.WithModel config) {
      return config.caps();
    }
  }

  @Module
  interface Parts {

    @Provides
    static ModelAccess access(
        Model model,
        ChoiceCache cache,
        Spending spending,
        DraftMeters meters,
        Drafting.WithModel config) {
      return new ModelAccess(
          meters.counted(model, config.prices()),
          cache,
          spending,
          config.prices(),
          config.limits());
    }
  }
}
