/**
 * Everything on one machine: a broker, a simulated company, Tallystone with all roles, and the balance of what was sent
 * against what was counted.
 */
@NullMarked
package dev.tallystone.demo;

import org.jspecify.annotations.NullMarked;
