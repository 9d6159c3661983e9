/// The planning side's model, which Bedrock runs.
@NullMarked
package app.oddiya.adapters.aws.planning;

import org.jspecify.annotations.NullMarked;
