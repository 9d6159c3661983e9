/// How the plan service asks llm-agent for drafts.
@NullMarked
package app.oddiya.adapters.services.planning;

import org.jspecify.annotations.NullMarked;
