/// Wire records and their one description: how they are read, written and documented.
@NullMarked
package app.oddiya.adapters.web.json;

import org.jspecify.annotations.NullMarked;
