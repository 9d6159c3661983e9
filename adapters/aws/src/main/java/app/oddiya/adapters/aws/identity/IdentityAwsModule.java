package app.oddiya.adapters.aws.identity;

import app.oddiya.adapters.aws.AwsModule;
import app.oddiya.domain.identity.account.PushEndpoints;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.sns.SnsClient;

/// The ports of the identity side that AWS serves.
@Module(includes = AwsModule.class)
public interface IdentityAwsModule {

  @Provides
  @Singleton
  static PushEndpoints pushEndpoints(IdentityAwsConfig config, SnsClient sns, InstantSource clock) {
    return new SnsPushEndpoints(config, sns, clock);
  }
}
