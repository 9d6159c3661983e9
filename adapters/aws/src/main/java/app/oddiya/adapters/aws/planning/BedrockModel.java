package app.oddiya.adapters.aws.planning;

import app.oddiya.adapters.aws.planning.Attempt.Final;
import app.oddiya.adapters.aws.planning.Attempt.Lost;
import app.oddiya.adapters.aws.planning.Attempt.Refused;
import app.oddiya.domain.planning.agent.Conversation;
import app.oddiya.domain.planning.agent.Model;
import app.oddiya.domain.planning.agent.ModelTurn;
import app.oddiya.domain.planning.agent.ModelTurn.Answered;
import app.oddiya.domain.planning.agent.ModelTurn.Failed;
import app.oddiya.domain.planning.agent.ModelTurn.Reason;
import app.oddiya.domain.planning.agent.ModelTurn.Usage;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;

/// A model behind Bedrock's `Converse` or `ConverseStream`.
///
/// The SDK's own retries are off: it does not begin again once a stream has begun, and knows
/// neither our deadline nor what an answer costs.
final class BedrockModel implements Model {

  private final BedrockConfig config;
  private final Requests requests;
  private final BedrockRuntimeAsyncClient bedrock;
  private final Retries retries;
  private final InstantSource clock;

  BedrockModel(
      BedrockConfig config,
      BedrockRuntimeAsyncClient bedrock,
      Retries retries,
      InstantSource clock) {
    this.config = config;
    this.requests = new Requests(config.model());
    this.bedrock = bedrock;
    this.retries = retries;
    this.clock = clock;
  }

  @Override
  public ModelTurn converse(Conversation conversation, Deadline deadline) {
    int losses = 0;
    Usage spent = Usage.NONE;
    for (int tries = 1; !deadline.isOver(clock); tries++) {
      Reason reason;
      switch (ask(conversation, deadline)) {
        case Final(ModelTurn turn) -> {
          return beside(spent, turn);
        }
        case Refused(Reason refused) -> reason = refused;
        case Lost(Reason lost, Usage usage) -> {
          reason = lost;
          losses++;
          spent = spent.plus(usage);
        }
      }
      Duration pause = retries.pauseAfter(tries);
      if (tries >= retries.refusals()
          || losses >= retries.losses()
          || deadline.remaining(clock).compareTo(pause) <= 0) {
        return new Failed(reason, spent);
      }
      rest(pause);
    }
    return new Failed(Reason.TOO_LATE, spent);
  }

  /// The turn, which also costs what was spent in vain before it.
  private static ModelTurn beside(Usage spent, ModelTurn turn) {
    return switch (turn) {
      case Answered(Conversation.Message.Models message, Usage usage) ->
          new Answered(message, spent.plus(usage));
      case Failed(Reason reason, Usage usage) -> new Failed(reason, spent.plus(usage));
    };
  }

  private Attempt ask(Conversation conversation, Deadline deadline) {
    var answer = new Answer();
    CompletableFuture<?> asked = start(conversation, answer);
    try {
      if (saysNothing(asked, answer, deadline)) {
        return Failures.silent();
      }
      return ends(asked, deadline.remaining(clock))
          ? answer.outcome()
          : Attempt.failed(Reason.TOO_LATE);
    } catch (ExecutionException failed) {
      return Failures.attempt(failed, answer.hasBegun());
    } catch (InterruptedException e) {
      throw interrupted(e);
    } finally {
      // Nothing where it has ended.
      asked.cancel(true);
    }
  }

  private CompletableFuture<?> start(Conversation conversation, Answer answer) {
    if (config.streamed()) {
      return bedrock.converseStream(requests.streamed(conversation), answer.handler());
    }
    CompletableFuture<ConverseResponse> whole = bedrock.converse(requests.whole(conversation));
    CompletableFuture<Void> read = whole.thenAccept(answer::whole);
    // A cancellation does not go upstream by itself; after an end this does nothing.
    var _ = read.whenComplete((_, _) -> whole.cancel(true));
    return read;
  }

  /// Waits for a sign of life, where there is one and time for another try after it.
  private boolean saysNothing(CompletableFuture<?> asked, Answer answer, Deadline deadline)
      throws ExecutionException, InterruptedException {
    return config.streamed()
        && deadline.remaining(clock).compareTo(config.firstWord()) > 0
        && !ends(asked, config.firstWord())
        && !answer.hasBegun();
  }

  private static boolean ends(CompletableFuture<?> asked, Duration within)
      throws ExecutionException, InterruptedException {
    try {
      asked.get(within.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException stillAsking) {
      return false;
    }
  }

  private static void rest(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static Unavailable interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new Unavailable("model", e);
  }
}
