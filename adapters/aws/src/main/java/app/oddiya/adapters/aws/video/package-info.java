/// Files, jobs and news of the video side on S3, SQS and SNS.
@NullMarked
package app.oddiya.adapters.aws.video;

import org.jspecify.annotations.NullMarked;
