/// The only public door: its routing table, the merged description of the API, and a page for that.
@NullMarked
package app.oddiya.apps.gateway;

import org.jspecify.annotations.NullMarked;
