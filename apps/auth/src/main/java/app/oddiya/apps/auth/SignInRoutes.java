package app.oddiya.apps.auth;

import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Call;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.Problem;
import app.oddiya.adapters.web.Reply;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.RouteBuilder;
import app.oddiya.adapters.web.Routes;
import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.FieldError;
import app.oddiya.adapters.web.json.Text;
import app.oddiya.application.identity.BeginSignIn;
import app.oddiya.application.identity.ReceiveProviderCallback;
import app.oddiya.application.identity.RedeemCode;
import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.session.CodeChallenge;
import app.oddiya.domain.identity.session.CodeVerifier;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// From an app's wish to sign somebody in to its tokens.
final class SignInRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(SignInRoutes.class);
  private static final String HTML = "text/html";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final BeginSignIn beginSignIn;
  private final ReceiveProviderCallback receiveProviderCallback;
  private final RedeemCode redeemCode;
  private final Pages pages;

  SignInRoutes(
      BeginSignIn beginSignIn,
      ReceiveProviderCallback receiveProviderCallback,
      RedeemCode redeemCode,
      Pages pages) {
    this.beginSignIn = beginSignIn;
    this.receiveProviderCallback = receiveProviderCallback;
    this.redeemCode = redeemCode;
    this.pages = pages;
  }

  record AuthorizeQuery(
      @Doc("Where the app wants to be answered; one of the allowed addresses, exactly.")
          String redirectUri,
      @Doc("S256 of the app's code verifier (RFC 7636).") @Text(pattern = CodeChallenge.FORM)
          String codeChallenge,
      @Doc("The app's own; it comes back untouched.") @Text(max = 512) Optional<String> state) {}

  record Begun(
      @Doc("Where the person has to be sent.") URI authorizationUrl,
      @Doc("Seconds until that is too late.") long expiresIn) {}

  @Doc("The code that the app was given, and the verifier of the challenge that it began with.")
  record Redemption(
      @Text(min = 1, max = 512) String code,
      @Text(min = 1, max = 512) String codeVerifier,
      @Doc("For pages: with `cookie` the refresh token is set as a cookie, and not in the answer.")
          Optional<TokenDelivery> tokenDelivery) {}

  Routes all() {
    return Routes.of(
        Route.get("/oauth2/authorize/{provider}", Caller.anyone())
            .summary("Begin to sign in with Google or Apple")
            .where("provider", "google|apple")
            .query(AuthorizeQuery.class)
            .answers(200, Begun.class, "The provider's page", "Cache-Control")
            .answersDocument(302, HTML, "For browsers: to the provider's page", "Location")
            .handledBy(this::begin),
        Route.get("/oauth2/callback/google", Caller.anyone())
            .summary("Where Google sends people back to")
            .query(ProviderAnswer.class)
            .answersNothing(303, "Back to the app, with our code or an error", "Location")
            .refuses(400, "invalid_state", "Nobody began this, or it has ended.")
            .refuses(400, "invalid_issuer", "Another provider answers than was asked.")
            .handledBy(call -> receive(call, Provider.GOOGLE, call.query(ProviderAnswer.class))),
        redemption("google").handledBy(call -> redeem(call, Provider.GOOGLE)),
        redemption("apple")
            .form(ProviderAnswer.class)
            .description("Also where Apple sends people back to, by a form.")
            .answersDocument(
                303, HTML, "For browsers: back to the app, with our code or an error", "Location")
            .refuses(400, "invalid_state", "Nobody began this, or it has ended.")
            .refuses(400, "invalid_issuer", "Another provider answers than was asked.")
            .handledBy(
                call ->
                    call.sent(FORM)
                        ? receive(call, Provider.APPLE, call.body(ProviderAnswer.class))
                        : redeem(call, Provider.APPLE)));
  }

  private static RouteBuilder redemption(String provider) {
    return Route.post("/oauth2/callback/" + provider, Caller.anyone())
        .summary("Fetch the tokens of somebody who has signed in")
        .headers(Pages.Sender.class)
        .json(Redemption.class)
        .answers(200, TokensView.class, "The person is signed in", "Cache-Control", "Set-Cookie")
        .refuses(400, "invalid_grant", "The code is not, or no longer, good for tokens.");
  }

  private Answer begin(Call call) {
    AuthorizeQuery query = call.query(AuthorizeQuery.class);
    var request =
        new BeginSignIn.Request(
            Provider.parse(call.path("provider")).orElseThrow(),
            query.redirectUri(),
            new CodeChallenge(query.codeChallenge()),
            query.state());
    return switch (beginSignIn.begin(request, call.deadline())) {
      case BeginSignIn.Outcome.RedirectNotAllowed() ->
          Problem.invalid(
              List.of(
                  new FieldError(
                      "/redirectUri",
                      "not_allowed",
                      "No app is answered at this address.",
                      Optional.of("query"))));
      case BeginSignIn.Outcome.Begun begun -> {
        Reply reply =
            call.prefers(HTML)
                ? Reply.document(302, HTML, "")
                    .with("Location", begun.authorizationUrl().toString())
                : Reply.json(
                    200, new Begun(begun.authorizationUrl(), begun.expiresIn().toSeconds()));
        yield reply.with("Cache-Control", "no-store");
      }
    };
  }

  private Answer receive(Call call, Provider provider, ProviderAnswer said) {
    var callback =
        new ReceiveProviderCallback.Callback(
            provider, said.state(), said.iss(), said.answer(), said.displayName());
    return switch (receiveProviderCallback.receive(callback, call.deadline())) {
      case ReceiveProviderCallback.Outcome.UnknownState() ->
          Problem.of(
              400,
              "invalid_state",
              "Unknown sign-in",
              "Nobody began this sign-in, or it has ended. Begin again in the app.");
      case ReceiveProviderCallback.Outcome.MixedUp() ->
          Problem.of(
              400,
              "invalid_issuer",
              "Mixed-up sign-in",
              "Another provider answers than was asked. Begin again in the app.");
      case ReceiveProviderCallback.Outcome.Declined(var answer, String why) -> {
        LOG.atInfo()
            .addKeyValue("event", "sign_in_declined")
            .addKeyValue("provider", provider.code())
            .addKeyValue("error", answer.error())
            .addKeyValue("why", why)
            .log("sign-in declined");
        yield back(provider, AppAddress.of(answer));
      }
      case ReceiveProviderCallback.Outcome.SignedIn(var answer) ->
          back(provider, AppAddress.of(answer));
    };
  }

  /// 303, since Apple arrives by POST and its form must not be sent on to the app (RFC 9700,
  /// section 4.12). Apple's route also answers apps with JSON: a browser that takes pages only is
  /// given an empty one there.
  private static Reply back(Provider provider, URI app) {
    Reply reply =
        switch (provider) {
          case GOOGLE -> Reply.empty(303);
          case APPLE -> Reply.document(303, HTML, "");
        };
    return reply
        .with("Location", app.toString())
        .with("Cache-Control", "no-store")
        .with("Referrer-Policy", "no-referrer");
  }

  private Answer redeem(Call call, Provider provider) {
    Redemption redemption = call.body(Redemption.class);
    TokenDelivery delivery = redemption.tokenDelivery().orElse(TokenDelivery.BODY);
    Optional<Problem> refusal = pages.refusal(call, delivery);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return redeemCode
        .redeem(
            provider,
            redemption.code(),
            new CodeVerifier(redemption.codeVerifier()),
            call.deadline())
        .<Answer>map(tokens -> delivery.deliver(tokens, TokensView.of(tokens, delivery)))
        .orElseGet(
            () ->
                Problem.of(
                    400,
                    "invalid_grant",
                    "Invalid grant",
                    "The code is not, or no longer, good for tokens."));
  }
}
