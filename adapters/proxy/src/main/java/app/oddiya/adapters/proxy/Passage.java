package app.oddiya.adapters.proxy;

import app.oddiya.adapters.http.ServiceClient;
import app.oddiya.adapters.web.AccessLog;
import app.oddiya.adapters.web.JettyProblems;
import app.oddiya.adapters.web.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.jetty.client.ContentSourceRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Response.Listener;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One request on its way to a service, and the answer on its way back, each piece as it comes; no
/// thread waits meanwhile.
///
/// What goes wrong before the client has got anything becomes a problem, or is tried once more;
/// afterwards the connection is cut, so that half an answer never looks like a whole one. It ends
/// once, by [#end], whoever ends it: the service, the client, or the gateway that gave up on
// either.
final class Passage implements Listener {

  private static final Logger LOG = LoggerFactory.getLogger(Passage.class);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final HttpClient http;
  private final Admitted request;
  private final Response response;
  private final Lane lane;
  private final Callback end;
  private final Departure departure;
  private final long began = System.nanoTime();

  private final AtomicReference<@Nullable GivenUp> givenUp = new AtomicReference<>();
  private volatile org.eclipse.jetty.client.@Nullable Request toService;
  private volatile long pieceSince;
  private boolean hasRetried;
  private boolean hasAnswered;
  private boolean hasHead;
  private boolean isComplete;
  private boolean hasSentLast;
  private long stillToCome;

  /// @param callback Jetty's, completed when nothing of this is under way any more
  /// @param whenOver told a moment before
  Passage(
      HttpClient http,
      Admitted request,
      Response response,
      Lane lane,
      Callback callback,
      Consumer<Passage> whenOver) {
    this.http = http;
    this.request = request;
    this.response = response;
    this.lane = lane;
    this.departure = Departure.of(request, () -> giveUp(GivenUp.Why.CLIENT_LEFT));
    this.end = new End(callback, whenOver);
  }

  Lane lane() {
    return lane;
  }

  void begin() {
    // A client may wait in silence as long as the service may think; see expire().
    request.addIdleTimeoutListener(silence -> false);
    request.addFailureListener(broken -> giveUp(GivenUp.Why.CLIENT_LEFT));
    send();
  }

  private void send() {
    long left = request.patience().toMillis() - millisSinceBeginning();
    var sending = http.newRequest(lane.base()).path(request.target()).method(request.getMethod());
    sending.headers(
        headers -> {
          headers.add(lane.host()).add(request.getHeaders());
          // A little less than it is waited for, so that it is the service that says no.
          headers.add(ServiceClient.DEADLINE_HEADER, Long.toString(Math.max(1, left - left / 10)));
        });
    sending.idleTimeout(Math.max(1, left), TimeUnit.MILLISECONDS);
    toService = sending;
    if (request.isBodyWhole()) {
      sending.send(this);
      departure.watch();
    } else {
      String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
      sending.body(new ContentSourceRequestContent(request, type));
      sending.onRequestSuccess(sent -> departure.watch());
      sending.send(this);
    }
    GivenUp reason = givenUp.get();
    if (reason != null) {
      // Between two attempts, when there was nothing to end.
      var _ = sending.abort(reason);
    }
  }

  /// Looks whether the client is too slow, and gives up on it then. Called again and again.
  ///
  /// @param now as of [System#nanoTime]
  void expire(long now, ProxyLimits limits) {
    long since = pieceSince;
    if (!request.isBodyWhole() && now - began > limits.body().toNanos()) {
      giveUp(GivenUp.Why.BODY_TOO_SLOW);
    } else if (since != 0 && now - since > limits.piece().toNanos()) {
      giveUp(GivenUp.Why.READER_TOO_SLOW);
    }
  }

  private void giveUp(GivenUp.Why why) {
    GivenUp reason = new GivenUp(why);
    if (!givenUp.compareAndSet(null, reason)) {
      return;
    }
    if (why == GivenUp.Why.CLIENT_LEFT || why == GivenUp.Why.READER_TOO_SLOW) {
      // Also ends the writing of a piece that nobody takes.
      request.getConnectionMetaData().getConnection().getEndPoint().close(reason);
    }
    var sending = toService;
    if (sending != null) {
      var _ = sending.abort(reason);
    }
  }

  @Override
  public void onHeaders(org.eclipse.jetty.client.Response answer) {
    HttpFields sent = answer.getHeaders();
    boolean hasBody = hasBody(answer.getStatus());
    stillToCome = hasBody ? sent.getLongField(HttpHeader.CONTENT_LENGTH) : 0;
    boolean hasEnd = stillToCome >= 0 || sent.contains(HttpHeader.TRANSFER_ENCODING);
    boolean isHttp1 = answer.getVersion().getVersion() <= HttpVersion.HTTP_1_1.getVersion();
    if (answer.getStatus() < HttpStatus.OK_200 || !isHttp1 || !hasEnd) {
      // Without an end of its own, nobody could tell a whole answer from a part of it.
      giveUp(GivenUp.Why.MALFORMED_ANSWER);
      return;
    }
    hasAnswered = true;
    lane.answered(answer.getStatus());
  }

  private boolean hasBody(int status) {
    return !HttpMethod.HEAD.is(request.getMethod())
        && status != HttpStatus.NO_CONTENT_204
        && status != HttpStatus.NOT_MODIFIED_304;
  }

  /// Fills in the head of the client's answer. Not before its first piece is there: until then a
  /// failure leaves nothing to be undone.
  private void fillHead(org.eclipse.jetty.client.Response answer) {
    if (hasHead) {
      return;
    }
    hasHead = true;
    response.setStatus(answer.getStatus());
    ResponseHeaders.copy(answer.getHeaders(), request.route(), response.getHeaders());
    response.getHeaders().put("X-Request-Id", request.requestId());
    if (stillToCome < 0) {
      // Else Jetty would mark the end by closing where the client asked for that anyway.
      response.getHeaders().put(HttpHeader.TRANSFER_ENCODING, "chunked");
    }
  }

  @Override
  public void onContent(
      org.eclipse.jetty.client.Response answer, Content.Chunk chunk, Runnable more) {
    ByteBuffer piece = chunk.getByteBuffer();
    if (stillToCome > 0) {
      stillToCome -= piece.remaining();
      hasSentLast = stillToCome == 0;
    }
    fillHead(answer);
    chunk.retain();
    pieceSince = System.nanoTime();
    response.write(hasSentLast, piece, new Piece(chunk, more));
  }

  /// The writing of one piece. The next one is asked for when the client has taken this one.
  private final class Piece implements Callback {

    private final Content.Chunk chunk;
    private final Runnable more;

    private Piece(Content.Chunk chunk, Runnable more) {
      this.chunk = chunk;
      this.more = more;
    }

    @Override
    public void succeeded() {
      pieceSince = 0;
      chunk.release();
      more.run();
    }

    @Override
    public void failed(Throwable gone) {
      pieceSince = 0;
      chunk.release();
      giveUp(GivenUp.Why.CLIENT_LEFT);
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }
  }

  @Override
  public void onSuccess(org.eclipse.jetty.client.Response answer) {
    isComplete = true;
  }

  @Override
  public void onComplete(Result result) {
    // A service may have answered without listening to the end.
    if (!isComplete) {
      failed(result.getFailure());
    } else if (hasSentLast) {
      end.succeeded();
    } else {
      fillHead(result.getResponse());
      response.write(true, BufferUtil.EMPTY_BUFFER, end);
    }
  }

  private void failed(Throwable failure) {
    GivenUp.Why why = whyGivenUp(failure);
    if (why == null || why == GivenUp.Why.MALFORMED_ANSWER) {
      warn(failure);
    }
    if (!hasAnswered) {
      tell(why);
    }
    if (response.isCommitted()) {
      AccessLog.outcome(request, "cut_off");
      end.failed(failure);
    } else if (why == null && mayRetry(failure)) {
      hasRetried = true;
      hasAnswered = false;
      send();
    } else if (why == GivenUp.Why.CLIENT_LEFT || why == GivenUp.Why.READER_TOO_SLOW) {
      AccessLog.outcome(request, "client_gone");
      end.failed(failure);
    } else {
      JettyProblems.answer(problem(why), request, response, end);
    }
  }

  /// What the gateway itself, or the client, has to do with a failure; null if it is the service's.
  private GivenUp.@Nullable Why whyGivenUp(Throwable failure) {
    GivenUp reason = givenUp.get();
    if (reason != null) {
      return reason.why();
    }
    if (request.bodyBroken().isPresent()) {
      return request.bodyBroken().get();
    }
    // Nothing moved, and it was the client's turn.
    boolean isSilence = failure instanceof TimeoutException;
    if (isSilence && pieceSince != 0) {
      return GivenUp.Why.READER_TOO_SLOW;
    }
    return isSilence && !request.isBodyWhole() ? GivenUp.Why.BODY_TOO_SLOW : null;
  }

  private void tell(GivenUp.@Nullable Why why) {
    if (why == null || why == GivenUp.Why.MALFORMED_ANSWER) {
      lane.failed();
    } else {
      lane.learnedNothing();
    }
  }

  /// Whether another connection may do better, and nothing can be done twice by trying: the request
  /// only reads and met a broken connection, or it has not been sent at all. A service that kept
  /// silent is not asked again; it would only have more to do.
  private boolean mayRetry(Throwable failure) {
    boolean isSafe =
        HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
    boolean neverSent =
        failure instanceof ConnectException || failure instanceof SocketTimeoutException;
    return !hasRetried
        && !request.hasBody()
        && (neverSent || (isSafe && failure instanceof IOException))
        && millisSinceBeginning() < request.patience().toMillis()
        && lane.mayRetry();
  }

  private Problem problem(GivenUp.@Nullable Why why) {
    return switch (why) {
      case BODY_TOO_LONG -> Refusals.bodyTooLarge(request.bodyLimit());
      case BODY_BROKEN -> Refusals.bodyBroken();
      case BODY_TOO_SLOW -> Refusals.bodyTooSlow();
      case CLIENT_LEFT, READER_TOO_SLOW, MALFORMED_ANSWER -> Problem.unavailable(RETRY_AFTER);
      case null -> Problem.unavailable(RETRY_AFTER);
    };
  }

  private void warn(Throwable failure) {
    LOG.atWarn()
        .addKeyValue("event", "upstream_unavailable")
        .addKeyValue("upstream", lane.name())
        .addKeyValue("requestId", request.requestId())
        .addKeyValue("failure", failure.toString())
        .log("upstream unavailable");
  }

  private long millisSinceBeginning() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }

  /// The one end of it all: the connection goes back to Jetty, the place in the lane to others.
  private final class End implements Callback {

    private final Callback callback;
    private final Consumer<Passage> whenOver;
    private final AtomicBoolean isOver = new AtomicBoolean();

    private End(Callback callback, Consumer<Passage> whenOver) {
      this.callback = callback;
      this.whenOver = whenOver;
    }

    @Override
    public void succeeded() {
      if (isOver.compareAndSet(false, true)) {
        over();
        callback.succeeded();
      }
    }

    @Override
    public void failed(Throwable failure) {
      if (isOver.compareAndSet(false, true)) {
        over();
        callback.failed(failure);
      }
    }

    private void over() {
      departure.over();
      whenOver.accept(Passage.this);
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }
  }
}
