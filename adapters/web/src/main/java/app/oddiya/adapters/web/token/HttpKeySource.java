package app.oddiya.adapters.web.token;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.URI;

/// The JWKS endpoint of the auth service.
public final class HttpKeySource implements KeySource {

  private static final int CONNECT_MILLIS = 1_000;
  private static final int READ_MILLIS = 2_000;
  private static final int MOST_BYTES = 64 * 1024;

  private final URI address;
  private final DefaultResourceRetriever retriever =
      new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES);

  public HttpKeySource(URI address) {
    this.address = address;
  }

  @Override
  public String fetch() throws IOException {
    return retriever.retrieveResource(address.toURL()).getContent();
  }
}
