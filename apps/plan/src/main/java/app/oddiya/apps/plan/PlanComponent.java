package app.oddiya.apps.plan;

import app.oddiya.adapters.aws.AwsConfig;
import app.oddiya.adapters.aws.AwsLife;
import app.oddiya.adapters.aws.planning.PlanningPushModule;
import app.oddiya.adapters.http.InternalTokens;
import app.oddiya.adapters.http.ServiceClients;
import app.oddiya.adapters.postgres.PostgresConfig;
import app.oddiya.adapters.postgres.PostgresLife;
import app.oddiya.adapters.postgres.planning.PlanningPostgresModule;
import app.oddiya.adapters.services.planning.LlmAgentConfig;
import app.oddiya.adapters.services.planning.PlanningServicesModule;
import app.oddiya.adapters.services.planning.UserServiceConfig;
import app.oddiya.adapters.web.BackgroundLoop;
import app.oddiya.adapters.web.Routes;
import app.oddiya.adapters.web.TombstoneKeeper;
import app.oddiya.application.planning.AcceptRevision;
import app.oddiya.application.planning.ChangeTrip;
import app.oddiya.application.planning.DeletePlan;
import app.oddiya.application.planning.EditDay;
import app.oddiya.application.planning.ExportPlans;
import app.oddiya.application.planning.ExportRevisions;
import app.oddiya.application.planning.ExportShares;
import app.oddiya.application.planning.ForgetTraveller;
import app.oddiya.application.planning.GeneratePlan;
import app.oddiya.application.planning.GeneratePlanOnce;
import app.oddiya.application.planning.ListPlans;
import app.oddiya.application.planning.ProposeRevision;
import app.oddiya.application.planning.ReadPlan;
import app.oddiya.application.planning.ReadRevisions;
import app.oddiya.application.planning.SearchPlaces;
import app.oddiya.application.planning.VerifyPlan;
import app.oddiya.application.planning.WatchPlans;
import app.oddiya.application.planning.WritePlan;
import app.oddiya.domain.planning.agent.PlanChecker;
import app.oddiya.domain.planning.agent.PlanReviser;
import app.oddiya.domain.planning.agent.PlanWriter;
import app.oddiya.domain.planning.place.HeldPlaces;
import app.oddiya.domain.planning.place.PlaceSearch;
import app.oddiya.domain.planning.plan.GenerationKeys;
import app.oddiya.domain.planning.plan.PlanPhones;
import app.oddiya.domain.planning.plan.PlanPushes;
import app.oddiya.domain.planning.plan.PlanScribe;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Revisions;
import app.oddiya.domain.planning.plan.Shares;
import app.oddiya.domain.planning.plan.Watches;
import app.oddiya.domain.shared.Tombstones;
import dagger.BindsInstance;
import dagger.Component;
import dagger.Lazy;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;

/// The parts of the plan service, put together.
@Singleton
@Component(
    modules = {
      PlanComponent.Settled.class,
      PlanningPostgresModule.class,
      PlanningServicesModule.class,
      PlanningPushModule.class,
      PlanComponent.Parts.class
    })
interface PlanComponent {

  Routes routes();

  Generations generations();

  Tombstones tombstones();

  /// Runs from the moment it is asked for.
  BackgroundLoop tombstoneKeeper();

  /// Runs from the moment it is asked for.
  @Named(PlanWatch.NAME)
  BackgroundLoop planWatch();

  RarePushes pushes();

  PostgresLife database();

  ServiceClients siblings();

  @Component.Factory
  interface Factory {
    PlanComponent create(@BindsInstance Config config);
  }

  /// What the environment has settled.
  @Module
  interface Settled {

    @Provides
    static InstantSource clock() {
      return InstantSource.system();
    }

    @Provides
    static PlanScribe scribe() {
      return PlanView.scribe();
    }

    @Provides
    static PostgresConfig database(Config config) {
      return config.database();
    }

    @Provides
    static LlmAgentConfig llmAgent(Config config) {
      return config.llmAgent();
    }

    @Provides
    static UserServiceConfig user(Config config) {
      return config.user();
    }

    @Provides
    static AwsConfig aws(Config config) {
      return config.aws();
    }

    @Provides
    @Singleton
    static ServiceClients siblings(Config config, InstantSource clock) {
      return ServiceClients.signing(
          InternalTokens.read("plan", config.internalKey(), clock), clock);
    }
  }

  @Module
  interface Parts {

    @Provides
    @Singleton
    static Generations generations(
        PlanWriter writer,
        HeldPlaces places,
        Plans plans,
        GenerationKeys keys,
        Tombstones tombstones,
        InstantSource clock) {
      return new Generations(
          new GeneratePlan(writer, places, plans, tombstones, clock),
          new GeneratePlanOnce(writer, places, plans, keys, clock),
          clock);
    }

    @Provides
    @Singleton
    static BackgroundLoop tombstoneKeeper(Tombstones tombstones, InstantSource clock) {
      return TombstoneKeeper.start(tombstones, clock);
    }

    @Provides
    @Singleton
    static RarePushes pushes(Lazy<PlanPushes> pushes, Lazy<AwsLife> clients) {
      return new RarePushes(pushes, clients);
    }

    @Provides
    @Singleton
    @Named(PlanWatch.NAME)
    static BackgroundLoop planWatch(
        Watches watches,
        Plans plans,
        PlanChecker checker,
        PlanReviser reviser,
        Revisions revisions,
        PlanPhones phones,
        RarePushes pushes,
        InstantSource clock) {
      return PlanWatch.start(
          new WatchPlans(
              watches,
              plans,
              checker,
              reviser,
              revisions,
              phones,
              pushes,
              clock,
              UUID::randomUUID));
    }

    @Provides
    static ShareRoutes shareRoutes(Config config, Plans plans, Shares shares, InstantSource clock) {
      return new ShareRoutes(plans, shares, clock, config.publicUrl());
    }

    @Provides
    static Routes routes(
        Plans plans,
        HeldPlaces places,
        Revisions revisions,
        PlanChecker checker,
        PlanReviser reviser,
        PlaceSearch search,
        Shares shares,
        Generations generations,
        ShareRoutes shareRoutes,
        Tombstones tombstones,
        InstantSource clock) {
      ReadPlan readPlan = new ReadPlan(plans);
      Changing changing = new Changing(readPlan);
      return new GenerateRoute(generations)
          .all()
          .and(new PlanRoutes(new ListPlans(plans), readPlan, new DeletePlan(plans)).all())
          .and(
              new EditRoutes(
                      changing,
                      new WritePlan(places, checker, plans, clock),
                      new ChangeTrip(checker, plans, clock),
                      new EditDay(checker, plans, clock),
                      new VerifyPlan(checker, plans, clock))
                  .all())
          .and(
              new RevisionRoutes(
                      changing,
                      new ProposeRevision(reviser, revisions, clock, UUID::randomUUID),
                      new ReadRevisions(revisions),
                      new AcceptRevision(plans, clock))
                  .all())
          .and(new ExportRoutes(readPlan).all())
          .and(shareRoutes.all())
          .and(new PlaceRoutes(new SearchPlaces(search, places)).all())
          .and(
              new PersonalDataRoutes(
                      new ExportPlans(plans, clock),
                      new ExportRevisions(plans, revisions, clock),
                      new ExportShares(plans, shares, clock),
                      new ForgetTraveller(tombstones, clock))
                  .all());
    }
  }
}
