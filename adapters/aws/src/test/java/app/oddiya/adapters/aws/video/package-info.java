/// The video side's ports on S3, SQS and SNS, against stores that speak as AWS does.
@NullMarked
package app.oddiya.adapters.aws.video;

import org.jspecify.annotations.NullMarked;
