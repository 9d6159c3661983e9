/// The outbound kit: calls to sibling services with their tokens, deadlines, retries and breakers.
@NullMarked
package app.oddiya.adapters.http;

import org.jspecify.annotations.NullMarked;
