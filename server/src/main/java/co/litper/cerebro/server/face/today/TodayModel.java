package co.litper.cerebro.server.face.today;

import co.litper.cerebro.server.face.approvals.ApprovalList;
import co.litper.cerebro.server.face.live.LiveLine;
import java.util.List;

/**
 * The first page.
 *
 * @param approvals what waits, the most urgent few
 * @param decisions the newest
 */
public record TodayModel(ApprovalList approvals, List<LiveLine> decisions) {
    public TodayModel {
        decisions = List.copyOf(decisions);
    }
}
