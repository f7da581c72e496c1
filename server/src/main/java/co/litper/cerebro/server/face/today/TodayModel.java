package co.litper.cerebro.server.face.today;

import co.litper.cerebro.server.face.approvals.ApprovalList;
import co.litper.cerebro.server.face.live.LiveLine;
import co.litper.cerebro.server.face.rescue.RescueCard;
import java.util.List;

/**
 * The first page, in a reader's language.
 *
 * @param away what happened since the reader was here: three sentences
 * @param figures heading of the tiles
 * @param tiles key figures against their goals
 * @param worth what the brain is worth, and how much of the truth is in
 * @param rescues the most urgent novedades
 * @param offices how many go back from an office soon; empty if none
 * @param approvals what waits, the most urgent few
 * @param decisions the newest
 */
public record TodayModel(
        List<String> away,
        String figures,
        List<FigureTile> tiles,
        List<String> worth,
        List<RescueCard> rescues,
        String offices,
        ApprovalList approvals,
        List<LiveLine> decisions) {
    public TodayModel {
        away = List.copyOf(away);
        tiles = List.copyOf(tiles);
        worth = List.copyOf(worth);
        rescues = List.copyOf(rescues);
        decisions = List.copyOf(decisions);
    }
}
