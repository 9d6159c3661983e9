package app.oddiya.adapters.aws.planning;

import app.oddiya.adapters.aws.BrokenAnswer;
import app.oddiya.adapters.aws.planning.Attempt.Lost;
import app.oddiya.adapters.aws.planning.Attempt.Refused;
import app.oddiya.domain.planning.agent.ModelTurn.Reason;
import app.oddiya.domain.planning.agent.ModelTurn.Usage;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// What it means that a call of Bedrock failed. Every failure is logged by its kind alone: messages
/// may quote what a person has written.
final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private static final int REQUEST_TIMEOUT = 408;
  private static final int FAILED_DEPENDENCY = 424;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERRORS = 500;

  private Failures() {}

  /// @param begun whether a part of the answer had come before it
  static Attempt attempt(ExecutionException failed, boolean begun) {
    for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
      switch (cause) {
        case AwsServiceException refusal -> {
          return refused(refusal, begun);
        }
        case BrokenAnswer broken -> {
          return lost(Reason.CUT_OFF, broken);
        }
        // Only reasons are told by the SDK's own exceptions, in their causes.
        case SdkException _, CompletionException _ -> {}
        // A checksum, a length or JSON that is none: what reads the answer gives up in many ways.
        case RuntimeException unreadable -> {
          return lost(Reason.NONSENSE, unreadable);
        }
        case IOException noConnection -> {
          logged(Reason.UNAVAILABLE, noConnection);
          return new Refused(Reason.UNAVAILABLE);
        }
        default -> {}
      }
    }
    // Before anything was sent: no credentials, most likely.
    logged(Reason.UNAVAILABLE, failed.getCause() == null ? failed : failed.getCause());
    return Attempt.failed(Reason.UNAVAILABLE);
  }

  /// Nothing at all has come for too long.
  static Attempt silent() {
    LOG.atWarn().addKeyValue("event", "model_silent").log("A model does not begin to answer");
    return new Lost(Reason.UNAVAILABLE, Usage.NONE);
  }

  private static Attempt refused(AwsServiceException refusal, boolean begun) {
    int status = refusal.statusCode();
    boolean throttled = refusal.isThrottlingException() || status == TOO_MANY_REQUESTS;
    Reason reason = throttled ? Reason.THROTTLED : Reason.UNAVAILABLE;
    String code =
        refusal.awsErrorDetails() == null ? "unknown" : refusal.awsErrorDetails().errorCode();
    LOG.atWarn()
        .addKeyValue("event", "model_refused")
        .addKeyValue("reason", reason)
        .addKeyValue("code", code)
        .addKeyValue("status", status)
        .addKeyValue("awsRequestId", refusal.requestId())
        .log("Bedrock refused a request");
    boolean passes =
        throttled
            || status >= SERVER_ERRORS
            || status == REQUEST_TIMEOUT
            || status == FAILED_DEPENDENCY;
    if (!passes) {
      return Attempt.failed(reason);
    }
    return begun ? new Lost(reason, Usage.NONE) : new Refused(reason);
  }

  private static Attempt lost(Reason reason, Throwable cause) {
    logged(reason, cause);
    return new Lost(reason, Usage.NONE);
  }

  private static void logged(Reason reason, Throwable cause) {
    LOG.atWarn()
        .addKeyValue("event", "model_failed")
        .addKeyValue("reason", reason)
        .addKeyValue("kind", cause.getClass().getName())
        .log("No answer of Bedrock could be read");
  }
}
