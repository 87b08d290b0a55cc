/** Whether work could wait for batch inference: proved only by callers who say so. */
@NullMarked
package dev.tallystone.recommendation.batch;

import org.jspecify.annotations.NullMarked;
