/// A server that speaks the protocol of Amazon Bedrock's runtime, JSON and event stream, for tests
/// of what is believed of a model. It says what it is told to say, fails in every way that is
/// documented and some that are not, and refuses what AWS would refuse. Nothing of the SDK is used:
/// that is what it is there to test.
@NullMarked
package app.oddiya.apps.stores.bedrock;

import org.jspecify.annotations.NullMarked;
