/// The outbound kit: calls to sibling services and to providers, with deadlines, retries and
/// breakers.
@NullMarked
package app.oddiya.adapters.http;

import org.jspecify.annotations.NullMarked;
