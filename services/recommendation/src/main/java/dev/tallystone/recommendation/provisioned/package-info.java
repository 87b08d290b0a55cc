/** Whether owned model units would have cost less than the same minutes on demand. */
@NullMarked
package dev.tallystone.recommendation.provisioned;

import org.jspecify.annotations.NullMarked;
