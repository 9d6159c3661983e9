/// The gateway's streaming reverse proxy: what is refused, what goes to which service, and with
/// what.
@NullMarked
package app.oddiya.adapters.proxy;

import org.jspecify.annotations.NullMarked;
