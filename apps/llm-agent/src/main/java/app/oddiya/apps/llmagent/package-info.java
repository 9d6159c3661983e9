/// llm-agent: drafts of plans, written from what providers know.
@NullMarked
package app.oddiya.apps.llmagent;

import org.jspecify.annotations.NullMarked;
