package app.oddiya.apps.auth;

import app.oddiya.adapters.web.Reply;
import app.oddiya.application.identity.Tokens;
import java.util.Optional;

/// How a refresh token comes and goes.
enum TokenDelivery {
  /// As a field, for apps, which have a place for secrets.
  BODY,
  /// In a cookie that no script reads, for pages, which have none.
  COOKIE;

  /// What of the refresh token stands in the body.
  Optional<String> inBody(Tokens tokens) {
    return switch (this) {
      case BODY -> Optional.of(tokens.refresh().text());
      case COOKIE -> Optional.empty();
    };
  }

  /// A reply with the rest of it, not to be stored by anybody.
  Reply deliver(Tokens tokens, Object body) {
    Reply reply = Reply.json(200, body).with("Cache-Control", "no-store");
    return switch (this) {
      case BODY -> reply;
      case COOKIE -> reply.with("Set-Cookie", RefreshCookie.keeping(tokens));
    };
  }
}
