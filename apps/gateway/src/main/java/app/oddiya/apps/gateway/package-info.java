/// The only public door: the routing table, the merged description of the API, and its page.
@NullMarked
package app.oddiya.apps.gateway;

import org.jspecify.annotations.NullMarked;
