/// The AWS side of the system as one CloudFormation stack: what it makes, and what it leaves to the
/// operator, is told in infra/README.md.
@NullMarked
package app.oddiya.infra;

import org.jspecify.annotations.NullMarked;
