/// A service as Spring makes it, for the start of our own to be measured beside.
@NullMarked
package app.oddiya.peers.springboot;

import org.jspecify.annotations.NullMarked;
