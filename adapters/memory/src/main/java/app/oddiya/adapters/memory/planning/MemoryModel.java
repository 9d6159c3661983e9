package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.agent.Conversation;
import app.oddiya.domain.planning.agent.Model;
import app.oddiya.domain.planning.agent.ModelTurn;
import app.oddiya.domain.planning.agent.ModelTurn.Failed;
import app.oddiya.domain.planning.agent.ModelTurn.Reason;
import app.oddiya.domain.planning.agent.ModelTurn.Usage;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;

/// A model that says what it was told to say, turn after turn. A turn that nobody scripted is a
/// mistake of the test, and thrown. Safe for concurrent use.
public final class MemoryModel implements Model {

  private final InstantSource clock;
  private final Queue<BiFunction<Conversation, Deadline, ModelTurn>> script =
      new ConcurrentLinkedQueue<>();
  private final List<Conversation> asked = new CopyOnWriteArrayList<>();
  private volatile BiFunction<Conversation, Deadline, ModelTurn> afterwards =
      (_, _) -> {
        throw new IllegalStateException("nobody scripted turn " + asked.size());
      };

  /// @param clock that deadlines are held against
  public MemoryModel(InstantSource clock) {
    this.clock = clock;
  }

  /// Its next turn.
  public MemoryModel says(ModelTurn turn) {
    return says(_ -> turn);
  }

  /// Its next turn, made of what it has heard.
  public MemoryModel says(Function<Conversation, ModelTurn> turn) {
    script.add((conversation, _) -> turn.apply(conversation));
    return this;
  }

  /// Its next turn never ends by itself.
  public MemoryModel fallsSilent() {
    script.add((_, deadline) -> waitFor(deadline));
    return this;
  }

  /// Every turn after those above.
  public MemoryModel thenAlways(Function<Conversation, ModelTurn> turn) {
    afterwards = (conversation, _) -> turn.apply(conversation);
    return this;
  }

  /// What it was asked, oldest first.
  public List<Conversation> asked() {
    return List.copyOf(asked);
  }

  @Override
  public ModelTurn converse(Conversation conversation, Deadline deadline) {
    if (deadline.isOver(clock)) {
      return new Failed(Reason.TOO_LATE, Usage.NONE);
    }
    asked.add(conversation);
    BiFunction<Conversation, Deadline, ModelTurn> turn = script.poll();
    return (turn == null ? afterwards : turn).apply(conversation, deadline);
  }

  /// Looks at the clock again and again: a settable one tells nobody that it was moved.
  private ModelTurn waitFor(Deadline deadline) {
    var never = new CountDownLatch(1);
    try {
      while (!deadline.isOver(clock)) {
        var _ = never.await(5, TimeUnit.MILLISECONDS);
      }
      return new Failed(Reason.TOO_LATE, Usage.NONE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("model", e);
    }
  }
}
