package app.oddiya.apps.user;

import app.oddiya.adapters.aws.AwsConfig;
import app.oddiya.adapters.aws.AwsLife;
import app.oddiya.adapters.aws.identity.IdentityAwsConfig;
import app.oddiya.adapters.aws.identity.IdentityAwsModule;
import app.oddiya.adapters.postgres.PostgresConfig;
import app.oddiya.adapters.postgres.PostgresLife;
import app.oddiya.adapters.postgres.identity.IdentityPostgresModule;
import app.oddiya.adapters.web.Routes;
import app.oddiya.application.identity.ChangeProfile;
import app.oddiya.application.identity.FindOrCreateUser;
import app.oddiya.application.identity.ListDevices;
import app.oddiya.application.identity.ReadProfile;
import app.oddiya.application.identity.RegisterDevice;
import app.oddiya.application.identity.RemoveDevice;
import app.oddiya.domain.identity.account.Devices;
import app.oddiya.domain.identity.account.PushEndpoints;
import app.oddiya.domain.identity.account.Users;
import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// The parts of the user service, put together.
@Singleton
@Component(
    modules = {
      UserComponent.Settled.class,
      IdentityPostgresModule.class,
      IdentityAwsModule.class,
      UserComponent.Parts.class
    })
interface UserComponent {

  Routes routes();

  PostgresLife database();

  AwsLife aws();

  @Component.Factory
  interface Factory {
    UserComponent create(@BindsInstance Config config);
  }

  /// What the environment has settled.
  @Module
  interface Settled {

    @Provides
    static InstantSource clock() {
      return InstantSource.system();
    }

    @Provides
    static PostgresConfig database(Config config) {
      return config.database();
    }

    @Provides
    static AwsConfig aws(Config config) {
      return config.aws();
    }

    @Provides
    static IdentityAwsConfig push(Config config) {
      return config.push();
    }
  }

  @Module
  interface Parts {

    @Provides
    static Routes routes(Users users, Devices devices, PushEndpoints endpoints) {
      var readProfile = new ReadProfile(users);
      var profiles = new ProfileRoutes(readProfile, new ChangeProfile(users));
      var phones =
          new DeviceRoutes(
              readProfile,
              new RegisterDevice(devices, endpoints),
              new RemoveDevice(devices, endpoints));
      var siblings =
          new InternalRoutes(new FindOrCreateUser(users), new ListDevices(users, devices));
      // Both prefixes have been promised, the kick-off's and the one of everything else.
      return profiles
          .below("")
          .and(profiles.below("/api/v1"))
          .and(phones.below(""))
          .and(phones.below("/api/v1"))
          .and(siblings.all());
    }
  }
}
