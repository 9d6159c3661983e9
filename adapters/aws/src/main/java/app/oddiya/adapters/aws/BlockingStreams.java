package app.oddiya.adapters.aws;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.async.SdkHttpContentPublisher;
import software.amazon.awssdk.utils.async.SimplePublisher;

/// The SDK's asynchronous HTTP on its blocking one: a virtual thread for each call, which sends the
/// request, and hands the answer on as it comes, no faster than it is taken. Cancelling a call
/// closes its connection.
final class BlockingStreams implements SdkAsyncHttpClient {

  private static final int PIECE = 8 * 1024;

  /// Of an answer, in bytes: far more than a model can say in the tokens that it is given.
  private static final long LONGEST = 4L * 1024 * 1024;

  private final SdkHttpClient http;

  BlockingStreams(SdkHttpClient http) {
    this.http = http;
  }

  @Override
  public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
    var done = new CompletableFuture<Void>();
    var _ = Thread.ofVirtual().start(() -> run(request, done));
    return done;
  }

  private void run(AsyncExecuteRequest request, CompletableFuture<Void> done) {
    try {
      ExecutableHttpRequest call = prepare(request);
      endWith(done, call);
      HttpExecuteResponse response = call.call();
      var pieces = new SimplePublisher<ByteBuffer>();
      request.responseHandler().onHeaders(response.httpResponse());
      request.responseHandler().onStream(pieces);
      pass(response.responseBody(), pieces);
      done.complete(null);
    } catch (IOException | RuntimeException e) {
      request.responseHandler().onError(e);
      done.completeExceptionally(e);
    }
  }

  private ExecutableHttpRequest prepare(AsyncExecuteRequest request) {
    byte[] body = body(request.requestContentPublisher()).join();
    return http.prepareRequest(
        HttpExecuteRequest.builder()
            .request(request.request())
            .contentStreamProvider(ContentStreamProvider.fromByteArray(body))
            .build());
  }

  /// Whatever ends the call - a cancellation, too much or broken answer - closes its connection.
  private static void endWith(CompletableFuture<Void> done, ExecutableHttpRequest call) {
    Thread thread = Thread.currentThread();
    var _ =
        done.whenComplete(
            (_, failure) -> {
              if (failure != null) {
                call.abort();
                thread.interrupt();
              }
            });
  }

  /// Closing a stream reads what is left of it, which may have no end: where something is wrong it
  /// is aborted instead.
  private static void pass(Optional<AbortableInputStream> body, SimplePublisher<ByteBuffer> pieces)
      throws IOException {
    AbortableInputStream in = body.orElseGet(AbortableInputStream::createEmpty);
    try {
      passAll(in, pieces);
      in.close();
      pieces.complete().join();
    } catch (IOException | RuntimeException e) {
      in.abort();
      var _ = pieces.error(e);
      throw e;
    }
  }

  private static void passAll(InputStream in, SimplePublisher<ByteBuffer> pieces)
      throws IOException {
    byte[] buffer = new byte[PIECE];
    long all = 0;
    for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
      all += read;
      if (all > LONGEST) {
        throw new IllegalStateException("an answer of more than " + LONGEST + " bytes");
      }
      pieces.send(ByteBuffer.wrap(Arrays.copyOf(buffer, read))).join();
    }
  }

  private static int read(InputStream in, byte[] buffer) throws IOException {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw new BrokenAnswer(e);
    }
  }

  private static CompletableFuture<byte[]> body(SdkHttpContentPublisher publisher) {
    var whole = new CompletableFuture<byte[]>();
    publisher.subscribe(
        new Subscriber<>() {
          private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

          @Override
          public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
          }

          @Override
          public void onNext(ByteBuffer piece) {
            byte[] copy = new byte[piece.remaining()];
            piece.get(copy);
            bytes.writeBytes(copy);
          }

          @Override
          public void onError(Throwable failure) {
            whole.completeExceptionally(failure);
          }

          @Override
          public void onComplete() {
            whole.complete(bytes.toByteArray());
          }
        });
    return whole;
  }

  @Override
  public String clientName() {
    return http.clientName();
  }

  @Override
  public void close() {
    http.close();
  }
}
