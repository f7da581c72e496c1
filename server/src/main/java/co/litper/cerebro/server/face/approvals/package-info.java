/**
 * What waits for a person's yes or no, answered with one key.
 *
 * <p>In: proposals that wait. Out: pages ({@link co.litper.cerebro.server.face.approvals.ApprovalPages}).
 */
@NullMarked
package co.litper.cerebro.server.face.approvals;

import org.jspecify.annotations.NullMarked;
