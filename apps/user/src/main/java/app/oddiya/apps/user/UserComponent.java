package app.oddiya.apps.user;

import app.oddiya.adapters.aws.AwsConfig;
import app.oddiya.adapters.aws.AwsLife;
import app.oddiya.adapters.aws.identity.IdentityAwsConfig;
import app.oddiya.adapters.aws.identity.IdentityAwsModule;
import app.oddiya.adapters.http.InternalTokens;
import app.oddiya.adapters.http.ServiceClients;
import app.oddiya.adapters.postgres.PostgresConfig;
import app.oddiya.adapters.postgres.PostgresLife;
import app.oddiya.adapters.postgres.identity.IdentityPostgresModule;
import app.oddiya.adapters.services.identity.KeepersConfig;
import app.oddiya.adapters.services.identity.KeepersServicesModule;
import app.oddiya.adapters.web.BackgroundLoop;
import app.oddiya.adapters.web.Routes;
import app.oddiya.adapters.web.TombstoneKeeper;
import app.oddiya.application.identity.ChangeProfile;
import app.oddiya.application.identity.DeleteAccount;
import app.oddiya.application.identity.ExportAccount;
import app.oddiya.application.identity.FindOrCreateUser;
import app.oddiya.application.identity.FinishDeletions;
import app.oddiya.application.identity.ListDevices;
import app.oddiya.application.identity.PruneEndpoints;
import app.oddiya.application.identity.ReadProfile;
import app.oddiya.application.identity.RegisterDevice;
import app.oddiya.application.identity.RemoveDevice;
import app.oddiya.domain.identity.account.AccountDeletions;
import app.oddiya.domain.identity.account.Devices;
import app.oddiya.domain.identity.account.Keepers;
import app.oddiya.domain.identity.account.PushEndpoints;
import app.oddiya.domain.identity.account.Users;
import app.oddiya.domain.shared.Tombstones;
import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/// The parts of the user service, put together.
@Singleton
@Component(
    modules = {
      UserComponent.Settled.class,
      IdentityPostgresModule.class,
      IdentityAwsModule.class,
      KeepersServicesModule.class,
      UserComponent.Parts.class
    })
interface UserComponent {

  String DELETIONS = "deletions";
  String TOMBSTONES = "tombstones";
  String PRUNER = "pruner";

  Routes routes();

  DeletionRound deletionRound();

  /// Runs from the moment it is asked for.
  @Named(DELETIONS)
  BackgroundLoop deletions();

  /// Runs from the moment it is asked for.
  @Named(TOMBSTONES)
  BackgroundLoop tombstoneKeeper();

  /// Runs from the moment it is asked for.
  @Named(PRUNER)
  BackgroundLoop pruner();

  Tombstones tombstones();

  ServiceClients siblings();

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

    @Provides
    static KeepersConfig keepers(Config config) {
      return config.keepers();
    }

    @Provides
    @Singleton
    static ServiceClients siblings(Config config, InstantSource clock) {
      return ServiceClients.signing(
          InternalTokens.read("user", config.internalKey(), clock), clock);
    }
  }

  @Module
  interface Parts {

    /// An attempt that is interrupted ends at once.
    Duration STOP = Duration.ofSeconds(10);

    @Provides
    @Singleton
    static DeletionRound deletionRound(
        AccountDeletions deletions, Keepers keepers, PushEndpoints endpoints, InstantSource clock) {
      return new DeletionRound(
          new FinishDeletions(deletions, keepers, endpoints, clock), deletions, clock);
    }

    @Provides
    @Singleton
    @Named(DELETIONS)
    static BackgroundLoop deletions(DeletionRound round) {
      return BackgroundLoop.start("deletions", STOP, round);
    }

    @Provides
    @Singleton
    @Named(TOMBSTONES)
    static BackgroundLoop tombstoneKeeper(Tombstones tombstones, InstantSource clock) {
      return TombstoneKeeper.start(tombstones, clock);
    }

    @Provides
    @Singleton
    @Named(PRUNER)
    static BackgroundLoop pruner(Devices devices, PushEndpoints endpoints, InstantSource clock) {
      var round = new PruneRound(new PruneEndpoints(devices, endpoints), clock);
      return BackgroundLoop.start("pruner", STOP, round);
    }

    @Provides
    static Routes routes(
        Users users,
        Devices devices,
        PushEndpoints endpoints,
        AccountDeletions accountDeletions,
        Keepers keepers,
        Tombstones tombstones,
        @Named(DELETIONS) BackgroundLoop deletions,
        InstantSource clock) {
      var readProfile = new ReadProfile(users);
      var profiles = new ProfileRoutes(readProfile, new ChangeProfile(users));
      var accounts =
          new AccountRoutes(
              new DeleteAccount(accountDeletions, deletions::wake, clock),
              new ExportAccount(users, devices, keepers));
      var phones =
          new DeviceRoutes(
              readProfile,
              new RegisterDevice(devices, endpoints),
              new RemoveDevice(devices, endpoints, tombstones));
      var siblings =
          new InternalRoutes(new FindOrCreateUser(users), new ListDevices(users, devices));
      // Both prefixes have been promised, the kick-off's and the one of everything else.
      return profiles
          .below("")
          .and(profiles.below("/api/v1"))
          .and(accounts.below(""))
          .and(accounts.below("/api/v1"))
          .and(phones.below(""))
          .and(phones.below("/api/v1"))
          .and(siblings.all());
    }
  }
}
