/**
 * Whether owned model units would have cost less than the same minutes on demand, and how many of them a custom model
 * needs, which nothing else serves.
 */
@NullMarked
package dev.tallystone.recommendation.provisioned;

import org.jspecify.annotations.NullMarked;
