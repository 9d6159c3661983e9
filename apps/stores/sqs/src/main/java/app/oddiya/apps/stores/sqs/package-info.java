/// ElasticMQ in a process of its own, playing SQS.
@NullMarked
package app.oddiya.apps.stores.sqs;

import org.jspecify.annotations.NullMarked;
