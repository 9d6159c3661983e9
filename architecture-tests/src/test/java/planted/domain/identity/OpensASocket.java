package planted.domain.identity;

import java.io.IOException;
import java.net.Socket;

/// Breaks rule 1: a domain that talks to the network.
final class OpensASocket {

  void open() throws IOException {
    new Socket().close();
  }
}
