/// The planning side's model, against a server that speaks as Bedrock does.
@NullMarked
package app.oddiya.adapters.aws.planning;

import org.jspecify.annotations.NullMarked;
