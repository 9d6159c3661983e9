package app.oddiya.apps.plan;

import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Call;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.Problem;
import app.oddiya.adapters.web.Reply;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import app.oddiya.adapters.web.json.Doc;
import app.oddiya.application.planning.ReadPlan;
import app.oddiya.application.planning.ReadSharedPlan;
import app.oddiya.application.planning.SharePlan;
import app.oddiya.application.planning.UnsharePlan;
import app.oddiya.apps.plan.share.SharePage;
import app.oddiya.apps.plan.share.SharedPlanView;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.ShareToken;
import app.oddiya.domain.planning.plan.Shares;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/// Plans shown to others by a link.
final class ShareRoutes {

  private static final String ID = "[1-9][0-9]{0,17}";

  /// What comes with a shared plan, whichever way it is shown.
  private static final String[] SHOWN = {"ETag", "Cache-Control", "Referrer-Policy"};

  private final ReadPlan readPlan;
  private final SharePlan sharePlan;
  private final UnsharePlan unsharePlan;
  private final ReadSharedPlan readSharedPlan;
  private final URI publicUrl;

  /// @param publicUrl at which the gateway is reached, for the links
  ShareRoutes(Plans plans, Shares shares, InstantSource clock, URI publicUrl) {
    this.readPlan = new ReadPlan(plans);
    this.sharePlan = new SharePlan(shares, new RandomTokens(), clock);
    this.unsharePlan = new UnsharePlan(shares);
    this.readSharedPlan = new ReadSharedPlan(shares);
    this.publicUrl = publicUrl;
  }

  @Doc("A link to a shared plan. It is shown once: of its token only a hash is kept.")
  record ShareView(URI url) {}

  Routes all() {
    return Routes.of(
        Route.post("/api/v1/plans/{id}/share", Caller.user())
            .summary("A new link by which others may see a plan")
            .where("id", ID)
            .answers(201, ShareView.class, "The link; the latest 20 of a plan are kept", "Location")
            .finding(this::find)
            .handledBy(this::share),
        Route.delete("/api/v1/plans/{id}/share", Caller.user())
            .summary("Close all links to a plan")
            .where("id", ID)
            .answersNothing(204, "None is open any more")
            .finding(this::find)
            .handledBy(this::unshare),
        Route.get("/share/{token}", Caller.anyone())
            .summary("A shared plan, without anything about its owner")
            .answers(200, SharedPlanView.class, "The plan", SHOWN)
            .answersDocument(200, SharePage.MEDIA_TYPE, "The plan as a page", SHOWN)
            .finding(this::findShared)
            .handledBy(ShareRoutes::show));
  }

  private Optional<Plan> find(Call call) {
    return PlanId.parse(call.path("id"))
        .flatMap(id -> readPlan.read(call.user(), id, call.deadline()));
  }

  private Answer share(Call call, Plan plan) {
    return sharePlan
        .share(call.user(), plan.id(), call.deadline())
        .map(this::link)
        .<Answer>map(url -> Answer.created(url, new ShareView(url)))
        .orElseGet(Problem::notFound);
  }

  private URI link(ShareToken token) {
    return URI.create(publicUrl.toString().replaceAll("/+$", "") + "/share/" + token.value());
  }

  private Answer unshare(Call call, Plan plan) {
    unsharePlan.unshare(call.user(), plan.id(), call.deadline());
    return Answer.noContent();
  }

  /// A token that was never given out, one that is closed, and what is no token at all look the
  /// same from outside.
  private Optional<Plan> findShared(Call call) {
    return ShareToken.parse(call.path("token"))
        .flatMap(token -> readSharedPlan.read(token, call.deadline()));
  }

  private static Answer show(Call call, Plan plan) {
    SharedPlanView shown = SharedPlanView.of(plan);
    boolean isForPeople = call.prefers(SharePage.MEDIA_TYPE);
    Reply reply =
        isForPeople
            ? Reply.document(200, SharePage.MEDIA_TYPE, SharePage.of(shown))
                .with("Content-Security-Policy", SharePage.CONTENT_SECURITY_POLICY)
            : Reply.json(200, shown);
    return reply
        // Two representations of one address have a tag each (RFC 9110, section 8.8.3).
        .withETag(PlanView.tag(plan) + (isForPeople ? "-page" : ""))
        // Asked again each time, so that a link that is closed is closed at once.
        .with("Cache-Control", "private, no-cache")
        .with("Referrer-Policy", "no-referrer")
        .with("X-Content-Type-Options", "nosniff")
        .with("X-Robots-Tag", "noindex, nofollow");
  }
}
