/// A gateway as Spring makes it, for our own to be measured beside.
@NullMarked
package app.oddiya.peers.springcloudgateway;

import org.jspecify.annotations.NullMarked;
