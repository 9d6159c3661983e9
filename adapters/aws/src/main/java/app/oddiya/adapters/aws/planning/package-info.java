/// The planning side's model, which Bedrock runs, and its messages to phones.
@NullMarked
package app.oddiya.adapters.aws.planning;

import org.jspecify.annotations.NullMarked;
