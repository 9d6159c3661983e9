/// That the stand-in for Bedrock refuses what AWS would refuse.
@NullMarked
package app.oddiya.apps.stores.bedrock;

import org.jspecify.annotations.NullMarked;
